// What happened, in words: the kind of an entry is made of parts, and each part has one.
import type { Words } from './words.ts';

/** They only say in which place of the kind the next part stands. */
const silent = ['Interaction', 'Management', 'Verification'];

export function logName(key: string, { parts }: Pick<Words['logs'], 'parts'>): string {
	const told = key.split('.').filter((part) => !silent.includes(part));
	return told.map((part) => parts[isMade(key, part) ? 'Made' : part] ?? part).join(' · ');
}

/** Of a proof it is the beginning, of a thing the whole. */
function isMade(key: string, part: string): boolean {
	return part === 'Create' && !/^Interaction\.|\.Verification\./.test(key);
}
