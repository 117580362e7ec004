// A country whose codes were paused: whoever has an account there goes on as before.
import { expect, it } from 'vitest';
import { ask, openVisit } from './pumping/visit.ts';
import { openWorld } from './pumping/world.ts';

it('while nobody else is sent codes to a country, people with an account are, also beyond what their prefix has for strangers', async () => {
	const world = await openWorld({
		allowedCountries: ['GB'],
		sendPolicy: { perPrefix: [{ count: 10, seconds: 600 }], breaker: { minimum: 3, pauseFrom: 5 } }
	});
	const visitor = { ip: '203.0.113.7', hashesPerSecond: 4_000_000, runsScript: true };
	const askFor = async (value: string) =>
		ask(world, await openVisit(world, visitor), { type: 'phone', value }, async () => {});
	const many = (count: number, first: number) => Array.from({ length: count }, (_, index) => String(first + index));
	const [members, strangers] = [many(12, 447400123000), many(6, 447400123100)];
	try {
		for (const phone of members) await world.register(phone);
		many(10, 0).forEach((index) => world.later(Number(index) * 1000, () => askFor(`4474005${index}0000`)));
		[...strangers, ...members].forEach((phone, index) => world.later(60_000 + index * 5000, () => askFor(phone)));
		await world.run();
		expect(world.spent((phone) => strangers.includes(phone)).messages).toBe(0);
		expect(world.spent((phone) => members.includes(phone)).messages).toBe(12);
	} finally {
		await world.close();
	}
});
