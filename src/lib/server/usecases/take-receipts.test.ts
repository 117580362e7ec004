import { describe, expect, it } from 'vitest';
import { smsReports } from '../../contract/receipts.ts';
import { createBackground } from './background.ts';
import type { Receipt, Services } from './ports.ts';
import { takePushed } from './take-receipts.ts';

const log = { info() {}, warn() {}, error() {} };

async function received(pushed: unknown[]): Promise<Receipt[]> {
	const receipts: Receipt[] = [];
	const receive = async (receipt: Receipt) => receipts.push(receipt);
	const services = { store: { outbox: { receive } }, clock: { now: () => 1 }, background: createBackground(log) };
	const reports = smsReports.parse(pushed);
	await takePushed({ ...services, log } as unknown as Services, reports);
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

	it('is as Aliyun pushes it: every value in quotes', async () => {
		const delivered = { To: '85251000000', Status: '1', MessageId: '123456789012', ErrorCode: 'success', SmsSize: '1' };
		const late = { ...delivered, Status: '6', ErrorCode: 'EXPIRED' };
		expect(await received([delivered, late, { ...delivered, Status: '2', ErrorCode: 'NO_ROUTE' }])).toEqual([
			{ vendorId: '123456789012', at: 1, arrived: true, code: 'DELIVERED' },
			{ vendorId: '123456789012', at: 1, arrived: false, code: 'EXPIRED' },
			{ vendorId: '123456789012', at: 1, arrived: false, code: 'NO_ROUTE' }
		]);
	});

	it('says nothing while the message is on its way', async () => {
		expect(await received([{ MessageId: '123456789012', Status: '3', ErrorCode: 'SENDING' }])).toEqual([]);
	});

	it('is taken beside one that nobody can read', async () => {
		expect(await received([{ MessageId: '?', Status: 1 }, 7, { MessageId: '123456789012', Status: 1 }])).toHaveLength(
			1
		);
	});
});

describe('a push', () => {
	const report = { biz_id: '402617584525830937^0', success: true };
	const pushed = (receive: () => Promise<number>, count = 1) => {
		const services = {
			store: { outbox: { receive } },
			log,
			clock: { now: () => 1 },
			background: createBackground(log)
		};
		const reports = smsReports.parse(Array.from({ length: count }, () => report));
		return { answer: takePushed(services as unknown as Services, reports), background: services.background };
	};

	it('is asked for again before Aliyun loses patience, where it is not written by then', async () => {
		const startedAt = performance.now();
		expect(await pushed(() => new Promise(() => {})).answer).toMatchObject({ problem: { code: 'server.unavailable' } });
		expect(performance.now() - startedAt).toBeLessThan(700);
	});

	it('is not taken where nothing can be written, so that it comes again', async () => {
		await expect(pushed(async () => Promise.reject(new Error('the database is away'))).answer).rejects.toThrow();
	});

	it('that is of nothing here is tried once more, a while later, one after the other', async () => {
		let [under, most, writes] = [0, 0, 0];
		const { answer, background } = pushed(async () => {
			most = Math.max(most, ++under);
			writes++;
			await new Promise(setImmediate);
			under--;
			return 0;
		}, 50);
		expect(await answer).toMatchObject({ ok: true });
		expect(writes).toBe(50);
		expect(await background.idle(10_000)).toBe(true);
		expect([writes, most]).toEqual([100, 1]);
	});
});
