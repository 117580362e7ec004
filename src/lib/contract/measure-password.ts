// A password in numbers, counted as the server counts: in the form that is hashed, where a character is a code point.

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

export function measurePassword(password: string): { length: number; types: number } {
	const text = password.normalize('NFC');
	return { length: [...text].length, types: kinds.filter((kind) => kind.test(text)).length };
}
