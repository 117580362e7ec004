// A day with the guards off and on, as tables: what each attack cost, and who came in beside them.
import type { Attack } from './attacks.ts';
import type { Honest } from './people.ts';
import {
	anyWay,
	byText,
	guarded,
	isMember,
	isNewcomer,
	simulateDay,
	successOf,
	unguarded,
	type Outcome,
	type Scale
} from './simulate.ts';

export type Line = { attack: string; messages: Pair; money: Pair; saved: number };
type Pair = { off: number; on: number };
export type Day = { lines: Line[]; off: Outcome; on: Outcome };

export async function compareDay(attacks: Attack[], scale: Scale): Promise<Day> {
	const off = await simulateDay(attacks, unguarded, scale);
	const on = await simulateDay(attacks, guarded, scale);
	const lines = off.costs.map(({ attack, messages, money }, place) => {
		const left = on.costs[place] ?? { messages: 0, money: 0 };
		return {
			attack,
			messages: { off: messages, on: left.messages },
			money: { off: money, on: left.money },
			saved: 1 - left.money / money
		};
	});
	return { lines, off, on };
}

export function describeDay({ lines, off, on }: Day): string {
	const costs = lines.map(({ attack, messages, money, saved }) => [
		attack,
		...[messages.off, messages.on].map(String),
		...[money.off, money.on].map((sum) => sum.toFixed(2)),
		percent(saved)
	]);
	const people = Object.entries(crowds).map(([name, { ways, matches }]) => [
		name,
		...[off, on].map((outcome) => percent(successOf(outcome.people, ways, matches)))
	]);
	return [
		table([['attack', 'sent off', 'sent on', 'money off', 'money on', 'saved'], ...costs]),
		table([['came in', 'off', 'on'], ...people])
	].join('\n\n');
}

type Crowd = { ways: Honest['outcome'][]; matches?: (person: Honest) => boolean };
const isAttacked = (person: Honest) => person.isAttacked === true;

const crowds: Record<string, Crowd> = {
	'all, by any way': { ways: anyWay },
	'all, by any way, during attacks': { ways: anyWay, matches: isAttacked },
	'members, by text': { ways: byText, matches: isMember },
	'newcomers, by text': { ways: byText, matches: isNewcomer },
	'newcomers, by text, during attacks': { ways: byText, matches: (one) => isNewcomer(one) && isAttacked(one) }
};

function table(rows: string[][]): string {
	const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
	return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

function percent(share: number): string {
	return Number.isNaN(share) ? 'nobody' : `${(share * 100).toFixed(1)} %`;
}
