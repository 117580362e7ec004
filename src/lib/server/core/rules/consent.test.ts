import { describe, expect, it } from 'vitest';
import type { Interaction } from '../interaction/state.ts';
import type { User } from '../user.ts';
import { answerConsent, type ConsentAnswered } from './consent.ts';

const user: User = { id: 'u1', profile: {}, customData: {}, isSuspended: false, createdAt: 1, updatedAt: 1 };
const state: Interaction = { id: 'i1', clientId: 'shop', version: 3, verifications: [], expiresAt: 1000 };
const redirectTo = 'http://localhost:3001/oidc/auth/i1';

function answer(changes: Partial<ConsentAnswered> = {}) {
	return answerConsent(state, {
		user,
		sessionAccountId: user.id,
		scopes: ['openid', 'phone'],
		allowed: ['openid', 'profile', 'phone'],
		denied: false,
		shown: 'v1',
		current: 'v1',
		redirectTo,
		at: 10,
		...changes
	});
}

describe('agreeing', () => {
	it('gives what was shown, to the account that was asked', () => {
		expect(answer()).toEqual({
			state: { ...state, finished: { at: 10, userId: 'u1', redirectTo } },
			result: { consent: { accountId: 'u1', scopes: ['openid', 'phone'] } }
		});
	});

	it('needs no version of callers that have shown the request by other means', () => {
		expect(answer({ shown: undefined })).toHaveProperty('result.consent');
	});

	it('to something else than what was shown is refused', () => {
		expect(answer({ current: 'v2' })).toEqual({ problem: { code: 'session.consent_changed' } });
	});
});

describe('refusing', () => {
	it('is an answer for the application, whatever was shown', () => {
		expect(answer({ denied: true, current: 'v2' })).toMatchObject({
			state: { finished: { userId: 'u1', redirectTo } },
			result: { error: 'access_denied' }
		});
	});
});

describe('nobody can answer', () => {
	it.each([
		['for an account that is gone', { user: undefined }, 'session.not_found'],
		['for a suspended account', { user: { ...user, isSuspended: true } }, 'user.suspended'],
		['after signing out', { sessionAccountId: undefined }, 'session.not_found'],
		['once somebody else is signed in', { sessionAccountId: 'u2' }, 'session.not_found'],
		['when the application may not ask for it', { allowed: ['openid'] }, 'oidc.invalid_scope']
	] as [string, Partial<ConsentAnswered>, string][])('%s', (_situation, facts, code) => {
		for (const denied of [false, true]) expect(answer({ ...facts, denied })).toEqual({ problem: { code } });
	});
});
