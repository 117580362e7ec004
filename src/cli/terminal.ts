// Plain output for people: tables and headings; colour only where the terminal has it.
import { styleText } from 'node:util';

export const bold = (text: string): string => styleText('bold', text);
export const faint = (text: string): string => styleText('dim', text);
export const good = (text: string): string => styleText('green', text);
export const bad = (text: string): string => styleText('red', text);

/** Columns as wide as their longest cell. */
export function table(headings: string[], rows: string[][]): string {
	const widths = headings.map((heading, column) =>
		Math.max(heading.length, ...rows.map((row) => (row[column] ?? '').length))
	);
	const line = (cells: string[]) =>
		cells
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('  ')
			.trimEnd();
	return [faint(line(headings)), ...rows.map(line)].join('\n');
}

export function json(value: unknown): string {
	return JSON.stringify(value, null, 2);
}

export function date(at: number | undefined): string {
	return at === undefined ? '–' : new Date(at).toISOString().replace('T', ' ').slice(0, 16);
}
