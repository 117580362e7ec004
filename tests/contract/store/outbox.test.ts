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

	it('is kept for a week', async () => {
		const [old, young] = [anEntry({ createdAt: now - 7 * day }), anEntry({ createdAt: now - 7 * day + 1 })];
		for (const entry of [old, young]) await held.store.outbox.settle(entry);
		await held.store.sweep(now);
		expect([await stateOf(old), await stateOf(young)]).toEqual([undefined, 'accepted']);
	});
});
