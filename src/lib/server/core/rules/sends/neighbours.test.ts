import { describe, expect, it } from 'vitest';
import { settings } from '../../../../contract/settings.ts';
import { neighbourhoodOf } from '../network.ts';
import type { Change } from './changes.ts';
import { countAsked, countEntered, countServed, isTrusted } from './neighbours.ts';
import { nothingCounted, type Tally } from './tally.ts';

const at = Date.UTC(2026, 0, 1, 12, 30);
const policy = settings.parse({});
const here = { neighbourhood: '203.0.113.0/24', country: 'CN' };

/** What the store makes of them, within one stretch of time. */
function tallied(changes: Change[]): Map<string, Tally> {
	const tallies = new Map<string, Tally>();
	for (const { key, slice = 0, sent = 0, converted = 0 } of changes) {
		const before = tallies.get(key) ?? nothingCounted;
		tallies.set(key, {
			...before,
			slice,
			current: before.current + sent,
			converted: before.converted + converted
		});
	}
	return tallies;
}

const times = (count: number, change: () => Change[]) => Array.from({ length: count }, change).flat();
const asked = (count: number) => times(count, () => [countAsked(here, at, 1)]);
const entered = (count: number) => times(count, () => countEntered(here, policy, at, false));
const served = (sent: number, back: number) => [
	...times(sent, () => [countServed(here, policy, at, 1)]),
	...times(back, () => countEntered(here, policy, at, true))
];
const trusts = (...changes: Change[][]) => isTrusted(here, tallied(changes.flat()), policy, at);

describe('a neighbourhood of the network', () => {
	it('is trusted once codes came back to it, and while half of them do', () => {
		expect(trusts(asked(1))).toBe(false);
		expect(trusts(asked(2), entered(1))).toBe(false);
		expect(trusts(asked(3), entered(2))).toBe(true);
		expect(trusts(asked(5), entered(2))).toBe(true);
		expect(trusts(asked(6), entered(2))).toBe(false);
	});

	it('is trusted no more when too few come back of all who are served for that reason', () => {
		const known = [asked(100), entered(90)];
		expect(trusts(...known, served(19, 0))).toBe(true);
		expect(trusts(...known, served(20, 14))).toBe(false);
		expect(trusts(...known, served(20, 15))).toBe(true);
	});

	it.each([
		['203.0.113.7', '203.0.113.0/24'],
		['::ffff:203.0.113.7', '203.0.113.0/24'],
		['2001:db8:12:34::1', '2001:db8:12/48'],
		['2001:db8::1', '2001:db8:0/48'],
		['unknown', 'unknown']
	])('of %s is %s', (ip, neighbourhood) => {
		expect(neighbourhoodOf(ip)).toBe(neighbourhood);
	});
});
