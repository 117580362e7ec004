// A password in numbers, in the NFC form that is hashed: `length` in code points, `types` of lower case, upper case, digits
// and everything else. The policy decides by them, and the page's script ticks its rules by the same.

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

export function measurePassword(password: string): { length: number; types: number } {
	const text = password.normalize('NFC');
	return { length: [...text].length, types: kinds.filter((kind) => kind.test(text)).length };
}
