// Is a password nothing but a word that everybody can guess: a name, an address, the brand, with some digits?
import { foldPassword } from './fold.ts';

/** What may stand around the word for it to be one of the obvious variants: at most a date with its dots. */
const longestDecoration = 12;

/** True for the word itself, doubled, spelled with separators, or with digits around it. */
export function isMadeOfWord(foldedPassword: string, word: string): boolean {
	const folded = foldPassword(word);
	const core = keepLettersAndDigits(folded);
	if (!/\p{L}/u.test(core)) return folded !== '' && foldedPassword === folded;

	const parts = keepLettersAndDigits(foldedPassword).split(core);
	const decoration = countCodePoints(foldedPassword) - (parts.length - 1) * countCodePoints(core);
	return parts.length > 1 && parts.every((part) => /^\p{Nd}*$/u.test(part)) && decoration <= longestDecoration;
}

/** Names whole and in parts (initials aside), the address with and without its domain. */
export function listUserWords(user: { username?: string; email?: string; name?: string }): string[] {
	const { username, email, name = '' } = user;
	const parts = name.split(/\s+/).filter((part) => part.length > 1);
	return [username, email, email?.split('@')[0], name, ...parts].filter((word) => word !== undefined);
}

function keepLettersAndDigits(text: string): string {
	return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

function countCodePoints(text: string): number {
	return [...text].length;
}
