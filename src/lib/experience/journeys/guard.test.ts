import { describe, expect, it } from 'vitest';
import { ok, refuse } from '../../contract/result.ts';
import { isOutage } from './guard.ts';

describe('an answer that says nothing about the interaction', () => {
	it.each([refuse('server.unavailable'), refuse('server.internal', { status: 502 })])('is an outage: %o', (answer) => {
		expect(isOutage(answer)).toBe(true);
	});

	it.each([ok({}), refuse('session.not_found'), refuse('session.interaction_not_found')])('is none: %o', (answer) => {
		expect(isOutage(answer)).toBe(false);
	});
});
