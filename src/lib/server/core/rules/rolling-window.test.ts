import { describe, expect, it } from 'vitest';
import { decideTake } from './rolling-window.ts';

const limits = [
	{ count: 1, seconds: 60 },
	{ count: 3, seconds: 3600 }
];
const minute = 60_000;

describe('taking from rolling windows', () => {
	it('allows the first and keeps its stamp until the longest window has passed', () => {
		expect(decideTake([], limits, 1000)).toEqual({ allowed: true, stamps: [1000], expiresAt: 3_601_000 });
	});

	it('says in whole seconds, rounded up, how long to wait', () => {
		expect(decideTake([1000], limits, 1001)).toEqual({ allowed: false, retryAfter: 60 });
		expect(decideTake([1000], limits, 60_999)).toEqual({ allowed: false, retryAfter: 1 });
	});

	it('allows again at the very moment the window has passed', () => {
		expect(decideTake([1000], limits, 61_000)).toMatchObject({ allowed: true, stamps: [1000, 61_000] });
	});

	it('answers the longest of several waits', () => {
		const stamps = [0, 10 * minute, 20 * minute];
		expect(decideTake(stamps, limits, 20.5 * minute)).toEqual({ allowed: false, retryAfter: 39.5 * 60 });
	});

	it('rolls: the oldest taking makes room, not a full hour', () => {
		const stamps = [0, 10 * minute, 20 * minute];
		expect(decideTake(stamps, limits, 59 * minute)).toEqual({ allowed: false, retryAfter: 60 });
		expect(decideTake(stamps, limits, 60 * minute)).toMatchObject({
			allowed: true,
			stamps: [10 * minute, 20 * minute, 60 * minute]
		});
	});

	it('counts a taking that another clock stamped ahead of ours', () => {
		expect(decideTake([5000], limits, 4000)).toEqual({ allowed: false, retryAfter: 61 });
	});

	it('allows nothing where a limit is none at all', () => {
		expect(decideTake([], [{ count: 0, seconds: 60 }], 1000)).toEqual({ allowed: false, retryAfter: 60 });
	});

	it('allows everything when there is no limit', () => {
		expect(decideTake([1, 2], [], 3)).toEqual({ allowed: true, stamps: [3], expiresAt: 3 });
	});
});
