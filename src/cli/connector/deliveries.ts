// foyer connector deliveries and receipts: what became of messages, and where the vendor says so.
import { parseArgs } from 'node:util';
import { readConversions } from '../../lib/server/usecases/read-conversions.ts';
import { receiptToken } from '../../lib/server/usecases/take-receipts.ts';
import { misuse, type ExitCode } from '../command.ts';
import { aliasOf } from '../connector-table.ts';
import { conversionTable, deliveryTable, isWithheld } from '../delivery-table.ts';
import { faint, json } from '../terminal.ts';
import { withServices } from '../with-services.ts';

export async function deliveries(args: string[]): Promise<ExitCode> {
	const { values } = parseArgs({
		args,
		options: { hours: { type: 'string', default: '24' }, json: { type: 'boolean' } }
	});
	const hours = Number(values.hours);
	if (!(hours > 0)) return misuse('--hours is a number');
	return withServices<ExitCode>(async (services) => {
		const { store, clock } = services;
		const sums = await store.outbox.sum(clock.now() - hours * 3_600_000);
		const entered = await readConversions(services);
		if (values.json) {
			console.log(json({ messages: sums, codes: entered }));
			return 0;
		}
		const records = await store.connectors.list();
		const nameOf = (id: string | undefined) => {
			const record = records.find((known) => known.id === id);
			return id === undefined ? 'none' : record ? `${aliasOf(record)} ${id}` : id;
		};
		const sent = sums.filter((sum) => !isWithheld(sum));
		const withheld = sums.filter(isWithheld).reduce((total, { count }) => total + count, 0);
		console.log(sent.length > 0 ? deliveryTable(sent, nameOf) : 'No message yet.');
		if (withheld > 0) console.log(`\nWithheld from people who could not have used a code: ${withheld}.`);
		if (entered.length > 0) console.log(`\n${conversionTable(entered)}`);
		return 0;
	});
}

export async function receipts(): Promise<ExitCode> {
	return withServices<ExitCode>(async ({ origin, hasher }) => {
		console.log(`${origin}/api/receipts/aliyun/${receiptToken(hasher)}`);
		console.log(faint('Whoever knows it can say what arrived. It changes with FOYER_SECRET.'));
		return 0;
	});
}
