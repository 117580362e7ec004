import { describe, expect, it } from 'vitest';
import { settings as schema } from '../../../contract/settings.ts';
import type { Interaction } from '../interaction/state.ts';
import { transition } from '../interaction/transition.ts';
import { isInvited, isProofLacking, isProvenFor } from './proof-of-work.ts';

const policy = schema.parse({});
const ada = { type: 'phone', value: '8613800138000' } as const;
const eve = { type: 'phone', value: '8613800138001' } as const;
const open: Interaction = {
	id: 'i',
	clientId: 'shop',
	version: 0,
	event: 'SignIn',
	verifications: [],
	expiresAt: 1e12
};

function want(state: Interaction, more: { id?: string; isHard?: boolean; identifier?: typeof ada | typeof eve } = {}) {
	return transition(state, { type: 'proof-wanted', id: 'one', identifier: ada, isHard: false, at: 0, ...more }, policy);
}
function bring(state: Interaction, proof: { id: string; bits: number; at: number }) {
	return transition(state, { type: 'started', event: 'SignIn', keepVerifications: true, proof }, policy);
}

describe('a proof of work', () => {
	const { state: waiting, problem } = want(open);

	it('is asked for with what to do it on, and how long waiting takes instead', () => {
		expect(problem).toEqual({ code: 'session.captcha_required', data: { challenge: 'one', bits: 17, retryAfter: 8 } });
	});

	it('counts for the recipient that it was done for, and for no other', () => {
		const { state } = bring(waiting, { id: 'one', bits: 17, at: 1 });
		expect([isProvenFor(state, ada), isProvenFor(state, eve)]).toEqual([true, false]);
	});

	it('is good once', () => {
		const { state } = bring(waiting, { id: 'one', bits: 17, at: 1 });
		const again = want(state, { id: 'two', identifier: eve }).state;
		expect(bring(again, { id: 'one', bits: 17, at: 2 }).problem?.code).toBe('session.captcha_failed');
	});

	it('is not looked at where none is wanted, and proves nothing', () => {
		for (const begun of [open, bring(waiting, { id: 'one', bits: 17, at: 1 }).state]) {
			const { state, problem: refusal } = bring(begun, { id: 'of a third party', bits: 32, at: 2 });
			expect(refusal).toBeUndefined();
			expect(state.captcha).toEqual(begun.captcha);
		}
	});

	it('must be done on what was given here, and be enough', () => {
		expect(bring(waiting, { id: 'other', bits: 32, at: 1 }).problem).toEqual({ code: 'session.captcha_failed' });
		expect(bring(waiting, { id: 'one', bits: 16, at: 1000 }).problem).toEqual({
			code: 'session.captcha_failed',
			data: { retryAfter: 7 }
		});
	});

	it('may be waited for instead', () => {
		expect(bring(waiting, { id: 'one', bits: 0, at: 7_999 }).problem?.code).toBe('session.captcha_failed');
		expect(isProvenFor(bring(waiting, { id: 'one', bits: 0, at: 8_000 }).state, ada)).toBe(true);
	});

	it('is the same for two tabs, and begins again for somebody else or when it gets harder', () => {
		expect(want(waiting, { id: 'two' }).state.captcha?.wanted?.id).toBe('one');
		expect(want(waiting, { id: 'two', isHard: true }).state.captcha?.wanted).toMatchObject({ id: 'two', bits: 19 });
	});

	it('leaves what was proven where it was asked for at the end', () => {
		const identified: Interaction = { ...open, userId: 'ada' };
		const { state } = want(identified, { identifier: undefined });
		expect(bring(state, { id: 'one', bits: 17, at: 1 }).state).toMatchObject({
			userId: 'ada',
			captcha: { proven: {} }
		});
	});
});

describe('whoever needs none', () => {
	const token = {
		id: 't',
		type: 'OneTimeToken',
		identifier: { type: 'email', value: 'a@example.com' },
		verified: true,
		createdAt: 0
	} as const;

	it('is somebody who came by a link', () => {
		expect(isInvited([token])).toBe(true);
		expect(isInvited([])).toBe(false);
	});

	it('at the end is everybody, unless the settings always want one', () => {
		const always = schema.parse({ captchaPolicy: { enabled: true } });
		expect(isProofLacking(open, policy)).toBe(false);
		expect(isProofLacking(open, always)).toBe(true);
		expect(isProofLacking({ ...open, captcha: { proven: {} } }, always)).toBe(false);
		expect(isProofLacking({ ...open, verifications: [token] }, always)).toBe(false);
	});
});
