import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../contract/settings.ts';
import { ada, interactionWith, now, open, phone } from '../../../../../tests/support/interaction-states.ts';
import type { Factor } from '../factor.ts';
import type { Interaction, Verification } from '../interaction/state.ts';
import { transition } from '../interaction/transition.ts';

const policy: Settings = {
	...open,
	mfa: { policy: 'NoPrompt', factors: ['WebAuthn', 'Totp'] },
	passkeySignIn: { enabled: true }
};
const off: Settings = { ...policy, passkeySignIn: {} };
const key: Factor = { id: 'key', type: 'WebAuthn', createdAt: now };
const passkey = { userId: 'ada', factorId: 'key', identifier: phone };
const asked: Partial<Interaction> = { event: 'SignIn', passkeyChallenge: { challenge: 'c', expiresAt: now + 1 } };
const shown: Verification = { id: 'r', type: 'SignInPasskey', verified: true, ...passkey };

function answer(
	state: Partial<Interaction> = {},
	{ settings = policy, isRight = true }: { settings?: Settings; isRight?: boolean } = {}
) {
	const before = interactionWith({ ...asked, ...state });
	const event = { type: 'sign-in-passkey-checked', recordId: 'r', passkey: isRight ? passkey : undefined, at: now };
	return transition(before, event as Parameters<typeof transition>[1], settings);
}

function submit(verifications: Verification[], factors: Factor[], settings = policy) {
	const before = interactionWith({ event: 'SignIn', userId: 'ada', verifications });
	return transition(before, { type: 'submitted', user: ada, factors, redirectTo: '/next', at: now }, settings);
}

describe('asking for a passkey', () => {
	const ask = (settings: Settings) =>
		transition(
			interactionWith({ event: undefined }),
			{ type: 'sign-in-passkey-asked', challenge: 'c', at: now },
			settings
		);

	it('needs no interaction that has begun, and survives its beginning', () => {
		const { state } = ask(policy);
		expect(state.passkeyChallenge).toMatchObject({ challenge: 'c' });
		const begun = transition(state, { type: 'started', event: 'SignIn', keepVerifications: false }, policy);
		expect(begun.state.passkeyChallenge).toEqual(state.passkeyChallenge);
	});

	it('is refused where nobody signs in with one', () => {
		expect(ask(off).problem?.code).toBe('user.sign_in_method_not_enabled');
		expect(ask({ ...policy, signInMode: 'Register' }).problem?.code).toBe('auth.forbidden');
	});
});

describe('an answer', () => {
	it('proves its owner and uses the challenge up', () => {
		const { state, problem } = answer();
		expect(problem).toBeUndefined();
		expect(state).toMatchObject({ passkeyChallenge: undefined, verifications: [shown] });
	});

	it('that is wrong uses the challenge up, too', () => {
		const { state, problem } = answer({}, { isRight: false });
		expect(problem?.code).toBe('session.mfa.webauthn_verification_failed');
		expect(state.passkeyChallenge).toBeUndefined();
	});

	const refusals: [situation: string, Partial<Interaction>, Settings, code: string][] = [
		['to nothing', { passkeyChallenge: undefined }, policy, 'session.verification_session_not_found'],
		[
			'that is late',
			{ passkeyChallenge: { challenge: 'c', expiresAt: now } },
			policy,
			'session.verification_session_not_found'
		],
		['in a registration', { event: 'Register' }, policy, 'session.invalid_interaction_type'],
		['where it was switched off', {}, off, 'user.sign_in_method_not_enabled']
	];
	it.each(refusals)('%s is refused', (_situation, state, settings, code) => {
		expect(answer(state, { settings }).problem?.code).toBe(code);
	});
});

describe('at the end', () => {
	it('needs no second factor beside it, and says so', () => {
		const { problem, effects } = submit([shown], [key]);
		expect(problem).toBeUndefined();
		expect(effects).toContainEqual(expect.objectContaining({ type: 'finish', amr: ['hwk', 'mfa'] }));
	});

	it('proves nothing once the passkey is gone, another’s, or not wanted any more', () => {
		const codes = [
			submit([shown], []).problem?.code,
			submit([{ ...shown, userId: 'eve' }], [key]).problem?.code,
			submit([shown], [key], off).problem?.code
		];
		expect(codes).toEqual([
			'session.verification_failed',
			'session.verification_failed',
			'user.sign_in_method_not_enabled'
		]);
	});

	it('proves no address that was only written down', () => {
		const before = interactionWith({ event: 'SignIn', userId: 'ada', verifications: [shown] });
		const user = { ...ada, unproven: ['phone' as const] };
		const submitted = { type: 'submitted' as const, user, factors: [key], redirectTo: '/next', at: now };
		const { effects } = transition(before, submitted, policy);
		expect(effects.map(({ type }) => type)).not.toContain('prove-contacts');
		expect(effects.find(({ type }) => type === 'stamp-sign-in')).not.toHaveProperty('removesPassword');
	});
});
