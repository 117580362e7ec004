// The words of the pages in one language, found by what they say or are called; own ones first.
export type Text = { key: string; words: string; isOwn: boolean };

const mostShown = 25;

/** `all` is what pages say now. What has forms for one and many is no single line, and left as it is. */
export function findTexts(
	all: Record<string, unknown>,
	own: Record<string, string>,
	query: string
): { texts: Text[]; total: number } {
	const wanted = query.trim().toLowerCase();
	const found = Object.entries(all)
		.filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'))
		.filter(([key, words]) => `${key.replaceAll('_', ' ')} ${key} ${words}`.toLowerCase().includes(wanted))
		.map(([key, words]) => ({ key, words, isOwn: Object.hasOwn(own, key) }))
		.sort((one, other) => Number(other.isOwn) - Number(one.isOwn));
	return { texts: found.slice(0, mostShown), total: found.length };
}
