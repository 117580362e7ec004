import { describe, expect, it } from 'vitest';
import { admit, closedBreaker, observe, type Breaker, type Observed } from './breaker.ts';

const second = 1000;
const start = 1_800_000_000_000;

/** Each at its second. */
function after(...events: [second: number, observed: Observed][]): Breaker {
	return events.reduce((breaker, [at, observed]) => observe(breaker, observed, start + at * second), closedBreaker);
}
const failing = (...seconds: number[]) => after(...seconds.map((at): [number, Observed] => [at, 'failed']));
const isOpen = (breaker: Breaker, at: number) => !admit(breaker, start + at * second).admitted;

/** Lets the probe through that is due at `at`. */
function probe(breaker: Breaker, at: number): Breaker {
	const admission = admit(breaker, start + at * second);
	if (!admission.admitted) throw new Error('no probe was let through');
	return admission.breaker;
}

describe('a provider that fails', () => {
	it('is left alone from the fifth failure in thirty seconds', () => {
		expect(isOpen(failing(0, 5, 10, 15), 16)).toBe(false);
		expect(isOpen(failing(0, 5, 10, 15, 20), 21)).toBe(true);
	});

	it('goes on where the failures are further apart', () => {
		expect(isOpen(failing(0, 10, 20, 30, 40), 41)).toBe(false);
	});

	it('goes on where some messages are accepted', () => {
		const events: [number, Observed][] = [0, 1, 2, 3].map((at) => [at, 'failed']);
		expect(
			isOpen(after(...events, [4, 'accepted'], ...events.map(([at]): [number, Observed] => [at + 5, 'failed'])), 9)
		).toBe(false);
	});

	it('says for how long', () => {
		expect(admit(failing(0, 0, 0, 0, 0), start)).toEqual({ admitted: false, retryAfter: 30 });
		expect(admit(failing(0, 0, 0, 0, 0), start + 29_001)).toEqual({ admitted: false, retryAfter: 1 });
	});
});

describe('a recipient who cannot be reached', () => {
	it('is no failure of the provider', () => {
		const events = Array.from({ length: 20 }, (_, at): [number, Observed] => [at, 'answered']);
		expect(isOpen(after(...events), 20)).toBe(false);
	});

	it('does not make up for failures', () => {
		expect(
			isOpen(after([0, 'failed'], [0, 'failed'], [0, 'failed'], [0, 'failed'], [1, 'answered'], [2, 'failed']), 3)
		).toBe(true);
	});
});

describe('after thirty seconds', () => {
	const open = failing(0, 0, 0, 0, 0);

	it('one message finds out, the others still go elsewhere', () => {
		const probing = probe(open, 30);
		expect(isOpen(probing, 31)).toBe(true);
	});

	it.each(['accepted', 'answered'] as const)('all may go again once it was %s', (observed) => {
		expect(observe(probe(open, 30), observed, start + 31 * second)).toEqual(closedBreaker);
	});

	it('thirty more seconds pass when it failed', () => {
		const still = observe(probe(open, 30), 'failed', start + 35 * second);
		expect([isOpen(still, 64), isOpen(still, 65)]).toEqual([true, false]);
	});

	it('another may find out when the first never reports back', () => {
		expect(isOpen(probe(open, 30), 45)).toBe(false);
	});

	it('what was handed over before counts no more', () => {
		const late = observe(open, 'failed', start + 20 * second);
		expect(isOpen(late, 30)).toBe(false);
	});
});
