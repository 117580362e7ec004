import { expect, it } from 'vitest';
import type { OutboxEntry } from '../../../src/lib/server/usecases/ports.ts';
import { fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

const day = 24 * 60 * 60 * 1000;

onEachEngine('what became of messages', (held) => {
	const anEntry = (values: Partial<OutboxEntry> = {}): OutboxEntry => ({
		id: fresh('message'),
		carries: 'sms',
		state: 'accepted',
		createdAt: now,
		settledAt: now + 5,
		...values
	});
	const stateOf = async ({ id }: OutboxEntry) => (await held.store.outbox.find([id]))[0]?.state;

	it.each([
		['the vendor’s name for it', { connectorId: 'one', vendorId: '402617584525830937^0' }],
		[
			'the reason, and when trying again makes sense',
			{ state: 'refused', reason: 'rate-limited', detail: 'isv.X', retryAt: now }
		],
		['what nobody knows', { state: 'unknown', reason: 'unconfirmed', detail: 'no-answer.timeout' }]
	] as const)('is kept with %s', async (_, values) => {
		const entry = anEntry(values);
		expect(await held.store.outbox.settle(entry)).toBe(true);
		expect(await held.store.outbox.find([entry.id, 'another'])).toEqual([entry]);
	});

	it('is written down once', async () => {
		const entry = anEntry();
		const settled = await times(6, () => held.store.outbox.settle(entry));
		expect(settled.filter(Boolean)).toHaveLength(1);
		expect(await held.store.outbox.settle({ ...entry, state: 'refused' })).toBe(false);
		expect(await stateOf(entry)).toBe('accepted');
	});

	it('takes the first receipt of a message, and sums up what became of all', async () => {
		const vendorId = fresh('message');
		const since = now + 40 * day;
		const entries = [
			anEntry({ vendorId, connectorId: 'one', createdAt: since + 1 }),
			anEntry({ connectorId: 'one', createdAt: since + 1 }),
			anEntry({ state: 'refused', reason: 'number-rejected', createdAt: since + 2 })
		];
		for (const entry of entries) await held.store.outbox.settle(entry);
		const receipt = { vendorId, arrived: false, code: 'MOBILE_IN_BLACK', at: now };
		const taken = await times(4, () => held.store.outbox.receive(receipt));
		expect(taken.toSorted()).toEqual([0, 0, 0, 1]);
		expect(await held.store.outbox.receive({ ...receipt, vendorId: fresh('message') })).toBe(0);

		const sums = await held.store.outbox.sum(since);
		expect(sums).toHaveLength(3);
		for (const sum of [
			{ state: 'accepted', connectorId: 'one', receipt: 'failed', receiptCode: 'MOBILE_IN_BLACK', count: 1 },
			{ state: 'accepted', connectorId: 'one', receipt: undefined, count: 1 },
			{ state: 'refused', reason: 'number-rejected', count: 1 }
		])
			expect(sums).toContainEqual(expect.objectContaining(sum));
	});

	it('is kept for a week', async () => {
		const [old, young] = [anEntry({ createdAt: now - 7 * day }), anEntry({ createdAt: now - 7 * day + 1 })];
		for (const entry of [old, young]) await held.store.outbox.settle(entry);
		await held.store.sweep(now);
		expect([await stateOf(old), await stateOf(young)]).toEqual([undefined, 'accepted']);
	});
});
