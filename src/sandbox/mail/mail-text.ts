// Reads a mail as a person would: its words without markup, and the one-time code in them.

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** For the list and for finding the code only; the mail itself is shown as it was sent. */
export function toPlainText(html: string): string {
	return html
		.replace(/<(style|script|title|head)\b[\s\S]*?<\/\1\s*>/gi, ' ')
		.replace(/<br\s*\/?>|<\/(p|div|h\d|li|tr)\s*>/gi, '\n')
		.replace(/<[^>]*>/g, '')
		.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, name: string) => decodeEntity(name) ?? whole)
		.split('\n')
		.map((line) => line.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join('\n');
}

/** A run of 4 to 8 digits that stands alone; six digits are preferred, since years and prices are shorter. */
export function findCode(text: string): string {
	const runs = text.match(/(?<![\d.,+-])\d{4,8}(?![\d,-]|\.\d)/g) ?? [];
	return runs.find((run) => run.length === 6) ?? runs[0] ?? '';
}

function decodeEntity(name: string): string | undefined {
	if (!name.startsWith('#')) return entities[name.toLowerCase()];
	const isHex = name[1]?.toLowerCase() === 'x';
	const point = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
	return point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
