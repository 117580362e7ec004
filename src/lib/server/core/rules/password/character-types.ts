// How many kinds of characters a password has: lower case, upper case, digits, everything else.

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

export function countCharacterTypes(password: string): number {
	return kinds.filter((kind) => kind.test(password)).length;
}
