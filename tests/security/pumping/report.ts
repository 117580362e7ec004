// All attacks, with the guards off and on, as one table.
import type { Attack } from './attacks.ts';
import { anyWay, guarded, simulate, successOf, unguarded, type Outcome, type Scale } from './simulate.ts';

export type Line = { attack: string; off: Outcome; on: Outcome; saved: number };

export async function simulateAll(attacks: Attack[], scale: Scale): Promise<Line[]> {
	const lines: Line[] = [];
	for (const attack of attacks) {
		// What everything would have cost; people are looked at with the guards on.
		const off = await simulate(attack, unguarded, { ...scale, honestPerHour: 1 });
		const on = await simulate(attack, guarded, scale);
		lines.push({ attack: attack.name, off, on, saved: 1 - on.money / off.money });
	}
	return lines;
}

export function describeLines(lines: Line[]): string {
	const head = [
		'attack',
		'sent off',
		'sent on',
		'money off',
		'money on',
		'saved',
		'members by SMS',
		'newcomers by SMS',
		'all, SMS or mail'
	];
	const rows = lines.map(({ attack, off, on, saved }) => [
		attack,
		String(off.messages),
		String(on.messages),
		off.money.toFixed(2),
		on.money.toFixed(2),
		percent(saved),
		percent(successOf(on.people, ['by text message'], 'member')),
		percent(successOf(on.people, ['by text message'], 'newcomer')),
		percent(successOf(on.people, anyWay))
	]);
	const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const line = (cells: string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
	return [head, ...rows].map(line).join('\n');
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}
