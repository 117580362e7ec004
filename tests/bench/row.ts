// One figure of the bench, what it should be, and the table of them all.

export type Row = {
	name: string;
	value: number;
	/** Printed behind the value: `B`, `×`, `ms`. */
	unit?: string;
	/** The promise, where there is one. Times have none: they are the machine's. */
	aim?: { most: number } | { least: number };
	note?: string;
};
export type Group = { title: string; rows: Row[] };

export function isMet({ value, aim }: Row): boolean {
	if (!aim) return true;
	return 'most' in aim ? value <= aim.most : value >= aim.least;
}

export function formatTable(groups: Group[]): string {
	const lines = groups.flatMap(({ title, rows }) => [[title], ...rows.map(cellsOf)]);
	const widthOf = (column: number) =>
		Math.max(...lines.filter((cells) => cells.length > 1).map((cells) => (cells[column] ?? '').length));
	const [name = 0, value = 0, aim = 0] = [0, 1, 2].map(widthOf);
	return lines
		.map((cells) => {
			if (cells.length === 1) return `\n${cells[0]}`;
			const [first = '', second = '', third = '', verdict = '', note = ''] = cells;
			return `${first.padEnd(name)}  ${second.padStart(value)}  ${third.padEnd(aim)}  ${verdict.padEnd(6)}  ${note}`.trimEnd();
		})
		.join('\n');
}

function cellsOf(row: Row): string[] {
	const { name, aim, unit = '', note = '' } = row;
	const promise = aim && ('most' in aim ? `≤ ${number(aim.most)}` : `≥ ${number(aim.least)}`);
	const verdict = aim ? (isMet(row) ? 'ok' : 'MISSED') : '';
	return [`  ${name}`, `${number(row.value)}${unit && ` ${unit}`}`, promise ?? '', verdict, note];
}

function number(value: number): string {
	return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1);
}
