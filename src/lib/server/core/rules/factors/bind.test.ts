import { describe, expect, it } from 'vitest';
import type { FactorType } from '../../../../contract/factors.ts';
import type { Settings } from '../../../../contract/settings.ts';
import { ada, interactionWith, now, open, password } from '../../../../../../tests/support/interaction-states.ts';
import type { Factor } from '../../factor.ts';
import type { FactorEvent } from '../../interaction/factor-events.ts';
import type { FactorRecord, PasskeyRecord } from '../../interaction/factor-records.ts';
import type { Interaction } from '../../interaction/state.ts';
import { transition } from '../../interaction/transition.ts';

type Happened = FactorEvent extends infer One ? (One extends FactorEvent ? Omit<One, 'facts' | 'at'> : never) : never;

const withFactors = (...factors: FactorType[]): Settings => ({ ...open, mfa: { policy: 'UserControlled', factors } });
const everything = withFactors('Totp', 'WebAuthn', 'BackupCode', 'PhoneVerificationCode');
const app: Factor = { id: 'app', type: 'Totp', createdAt: now };

function after(
	happened: Happened,
	{
		state = {},
		factors = [],
		policy = everything,
		isKnown = true
	}: { state?: Partial<Interaction>; factors?: Factor[]; policy?: Settings; isKnown?: boolean } = {}
) {
	const before = interactionWith({ event: 'SignIn', userId: 'ada', verifications: [password], ...state });
	const facts = { user: isKnown ? { ...ada, primaryPhone: undefined } : undefined, factors };
	return transition(before, { ...happened, facts, at: now } as FactorEvent, policy);
}

const offered: Happened = { type: 'totp-offered', recordId: 'r', sealedSecret: 'sealed' };
const bound = (factor: 'Totp' | 'WebAuthn' | 'BackupCode'): Happened => ({
	type: 'factor-bound',
	factor,
	verificationId: 'r'
});
const asked: PasskeyRecord = {
	id: 'r',
	type: 'WebAuthn',
	ceremony: 'authentication',
	challenge: 'c',
	expiresAt: now + 1000,
	userId: 'ada',
	verified: false
};
const confirmed: FactorRecord = {
	id: 'r',
	type: 'TOTP',
	userId: 'ada',
	verified: true,
	sealedSecret: 'sealed',
	lastStep: 7
};

describe('setting up an authenticator app', () => {
	it('keeps the sealed key in the interaction until its first code was right', () => {
		const { state } = after(offered);
		expect(state.factorRecords).toEqual([
			{ id: 'r', type: 'TOTP', userId: 'ada', verified: false, sealedSecret: 'sealed' }
		]);
		const right = after(
			{ type: 'totp-checked', recordId: 'r', step: 7 },
			{ state: { factorRecords: state.factorRecords } }
		);
		expect(right.state.factorRecords).toEqual([confirmed]);
	});

	const refusals: [situation: string, Happened, Parameters<typeof after>[1], code: string][] = [
		[
			'its key was never confirmed',
			bound('Totp'),
			{ state: { factorRecords: [{ ...confirmed, verified: false }] } },
			'session.verification_failed'
		],
		['its record is unknown', bound('Totp'), {}, 'session.verification_session_not_found'],
		[
			'the account has one',
			bound('Totp'),
			{
				state: { factorRecords: [confirmed, { ...confirmed, id: 'p', sealedSecret: undefined, factorId: 'app' }] },
				factors: [app]
			},
			'user.totp_already_in_use'
		],
		['the account has one that was not shown', offered, { factors: [app] }, 'session.mfa.require_mfa_verification'],
		['it is switched off', offered, { policy: withFactors('WebAuthn') }, 'session.mfa.mfa_factor_not_enabled'],
		[
			'it was switched off half-way',
			bound('Totp'),
			{ state: { factorRecords: [confirmed] }, policy: withFactors('WebAuthn') },
			'session.mfa.mfa_factor_not_enabled'
		],
		['nobody is known yet', offered, { state: { userId: undefined }, isKnown: false }, 'session.identifier_not_found'],
		[
			'a password is being recovered',
			offered,
			{ state: { event: 'ForgotPassword' } },
			'session.not_supported_for_forgot_password'
		],
		[
			'backup codes would be alone',
			bound('BackupCode'),
			{ state: { factorRecords: [{ id: 'r', type: 'BackupCode', userId: 'ada', verified: true, digests: ['d'] }] } },
			'session.mfa.backup_code_can_not_be_alone'
		],
		[
			'a passkey was only shown, not made',
			bound('WebAuthn'),
			{
				state: {
					factorRecords: [{ ...asked, ceremony: 'registration' }]
				}
			},
			'session.verification_failed'
		]
	];
	it.each(refusals)('is refused when %s', (_situation, happened, options, code) => {
		expect(after(happened, options).problem?.code).toBe(code);
	});

	it('does not let a right code of a new key stand for the account’s own', () => {
		const { state } = after(
			{ type: 'totp-checked', recordId: 'r', step: 7 },
			{ state: { factorRecords: [{ ...confirmed, verified: false }] } }
		);
		expect(state.factorRecords?.[0]).not.toHaveProperty('factorId');
	});
});

describe('somebody who shows one factor to add another', () => {
	it('keeps the proof beside what is being set up', () => {
		const shown: FactorRecord = { id: 'p', type: 'TOTP', userId: 'ada', verified: true, factorId: 'app', lastStep: 1 };
		const { state, problem } = after(
			{ type: 'passkey-asked', recordId: 'k', ceremony: 'registration', challenge: 'c' },
			{ state: { factorRecords: [shown] }, factors: [app] }
		);
		expect(problem).toBeUndefined();
		expect(state.factorRecords?.map(({ type }) => type)).toEqual(['TOTP', 'WebAuthn']);
	});
});

describe('the answer to a passkey’s challenge', () => {
	const key: Factor = { id: 'key', type: 'WebAuthn', createdAt: now };
	const credential = { credentialId: 'id', publicKey: 'key', counter: 1, rpId: 'localhost' };
	const answered = (shown?: typeof credential): Happened => ({
		type: 'passkey-checked',
		recordId: 'r',
		ceremony: 'authentication',
		credential: shown,
		factorId: 'key'
	});
	const answer = (record: PasskeyRecord, happened = answered(credential)) =>
		after(happened, { state: { factorRecords: [record] }, factors: [key] });

	it('proves the passkey that gave it, once', () => {
		const { state, problem } = answer(asked);
		expect(problem).toBeUndefined();
		expect(state.factorRecords).toEqual([expect.objectContaining({ verified: true, factorId: 'key' })]);
		expect(answer({ ...asked, verified: true }).problem?.code).toBe('session.verification_session_not_found');
	});

	it('uses the challenge up when it is wrong', () => {
		const { state, problem } = answer(asked, answered());
		expect(problem?.code).toBe('session.mfa.webauthn_verification_failed');
		expect(state.factorRecords).toEqual([]);
	});

	it('comes too late after five minutes, and answers no other ceremony', () => {
		expect(answer({ ...asked, expiresAt: now }).problem?.code).toBe('session.verification_session_not_found');
		const other = answer({ ...asked, ceremony: 'registration' });
		expect(other.problem?.code).toBe('session.verification_session_not_found');
	});
});

describe('choosing whether to have second factors', () => {
	it('remembers that the offer was declined', () => {
		expect(after({ type: 'factors-chosen', choice: 'skipped' }).state.factors).toEqual({
			enabled: undefined,
			skipped: true
		});
	});

	it('has nothing to decline where the installation insists', () => {
		const policy: Settings = { ...everything, mfa: { ...everything.mfa, policy: 'Mandatory' } };
		const { problem } = after({ type: 'factors-chosen', choice: 'skipped' }, { policy });
		expect(problem?.code).toBe('session.mfa.mfa_policy_not_user_controlled');
	});
});

describe('starting again', () => {
	it('forgets whatever was shown and set up', () => {
		const before = interactionWith({
			event: 'SignIn',
			userId: 'ada',
			factorRecords: [confirmed],
			factors: { skipped: true }
		});
		const { state } = transition(before, { type: 'started', event: 'SignIn', keepVerifications: false }, everything);
		expect(state).toMatchObject({ userId: undefined, factorRecords: undefined, factors: undefined });
	});
});
