// What became of the messages of a while, by connector, and how many of the codes were entered, by country.
import type { OutboxSum } from '../lib/server/usecases/ports.ts';
import type { Converted } from '../lib/server/usecases/read-conversions.ts';
import { table } from './terminal.ts';

type Line = { name: string; sums: OutboxSum[] };

/** `nameOf` a connector; none where no connector took the message. */
export function deliveryTable(sums: OutboxSum[], nameOf: (connectorId: string | undefined) => string): string {
	const lines: Line[] = [];
	for (const sum of sums) {
		const name = nameOf(sum.connectorId);
		const line = lines.find((known) => known.name === name);
		if (line) line.sums.push(sum);
		else lines.push({ name, sums: [sum] });
	}
	return table(
		['connector', 'accepted', 'arrived', 'failed', 'no receipt', 'refused', 'unknown', 'why'],
		lines.map(row)
	);
}

/** Answered as sent, and kept from somebody who could not have used it: no connector has seen it. */
export function isWithheld({ connectorId, state }: OutboxSum): boolean {
	return connectorId === undefined && state === 'accepted';
}

export function conversionTable(converted: Converted[]): string {
	const cells = converted.map(({ country, sent, entered }) => [country, String(sent), String(entered)]);
	return table(['country', 'codes', 'entered'], cells);
}

function row({ name, sums }: Line): string[] {
	const count = (isMeant: (sum: OutboxSum) => boolean) =>
		String(sums.filter(isMeant).reduce((total, sum) => total + sum.count, 0));
	const why = sums.flatMap(({ receipt, receiptCode, reason, count: times }) => {
		const said = receipt === 'failed' ? receiptCode : reason;
		return said ? [`${said} ×${times}`] : [];
	});
	return [
		name,
		count(({ state }) => state === 'accepted'),
		count(({ receipt }) => receipt === 'arrived'),
		count(({ receipt }) => receipt === 'failed'),
		count(({ state, receipt }) => state === 'accepted' && !receipt),
		count(({ state }) => state === 'refused'),
		count(({ state }) => state === 'unknown'),
		why.join(', ')
	];
}
