import { describe, expect, it } from 'vitest';
import { smsReports } from '../../contract/receipts.ts';
import { createHasher } from '../telemetry/hasher.ts';
import { createBackground } from './background.ts';
import type { Receipt, Services } from './ports.ts';
import { receiptToken, takePushed } from './take-receipts.ts';

const log = { info() {}, warn() {}, error() {} };
const hasher = createHasher('a secret for tests, long enough to be one');

async function received(pushed: unknown[]): Promise<Receipt[]> {
	const receipts: Receipt[] = [];
	const receive = async (receipt: Receipt) => receipts.push(receipt);
	const services = { store: { outbox: { receive } }, clock: { now: () => 1 }, background: createBackground(log) };
	const reports = smsReports.parse(pushed);
	await takePushed({ ...services, log, hasher } as unknown as Services, receiptToken(hasher), reports);
	return receipts;
}

describe('a receipt from another country', () => {
	it.each([
		['1', 1, { arrived: true, code: 'DELIVERED' }],
		['2', 2, { arrived: false, code: 'UNKNOWN' }],
		['a word', 'Delivered', { arrived: true, code: 'DELIVERED' }],
		['another word', 'UNDELIV', { arrived: false, code: 'UNKNOWN' }]
	])('whose status is %s', async (_, Status, read) => {
		expect(await received([{ MessageId: '123456789012', Status }])).toEqual([
			{ vendorId: '123456789012', at: 1, ...read }
		]);
	});

	it('is taken beside one that nobody can read', async () => {
		expect(await received([{ MessageId: '?', Status: 1 }, 7, { MessageId: '123456789012', Status: 1 }])).toHaveLength(
			1
		);
	});
});
