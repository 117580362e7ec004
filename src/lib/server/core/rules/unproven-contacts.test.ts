// R20: what the owner of an address ends, who finds there what others have set up; and whom that must not reach.
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../contract/settings.ts';
import { factor, totp } from '../../../../../tests/support/factor-situations.ts';
import {
	ada,
	digest,
	interactionWith,
	now,
	open,
	password,
	phone,
	phoneCode
} from '../../../../../tests/support/interaction-states.ts';
import type { Factor } from '../factor.ts';
import type { Interaction, Verification } from '../interaction/state.ts';
import { transition } from '../interaction/transition.ts';
import type { User } from '../user.ts';

const written: User = { ...ada, unproven: ['email', 'phone'] };
const theirs: Factor[] = [factor('Totp'), factor('WebAuthn'), factor('BackupCode')];
const passkey: Verification = {
	id: 'key',
	type: 'SignInPasskey',
	identifier: phone,
	verified: true,
	userId: 'ada',
	factorId: 'WebAuthn'
};
const signIn: Partial<Interaction> = { event: 'SignIn', userId: 'ada', verifications: [phoneCode()] };
const recovery: Partial<Interaction> = {
	event: 'ForgotPassword',
	userId: 'ada',
	profile: { passwordDigest: digest },
	verifications: [phoneCode()]
};
const asking = (policy: Settings['mfa']['policy']): Settings => ({
	...open,
	mfa: { policy, factors: ['Totp', 'WebAuthn', 'BackupCode'] },
	passkeySignIn: { ...open.passkeySignIn, enabled: true }
});

type Situation = { state?: Partial<Interaction>; user?: User; factors?: Factor[]; policy?: Settings };

function submit({ state, user = written, factors = [], policy = open }: Situation) {
	const event = { type: 'submitted', user, factors, redirectTo: '/next', at: now } as const;
	return transition(interactionWith({ ...signIn, ...state }), event, policy);
}

const stampOf = (given: Situation) => submit(given).effects.find(({ type }) => type === 'stamp-sign-in');

/** Whom nothing is taken from. */
const left: [string, Situation][] = [
	['the owner knows it', { state: { verifications: [password, phoneCode()] } }],
	['one address was proven before', { user: { ...written, unproven: ['phone'] } }],
	['every address was proven before', { user: ada }],
	['there is none', { user: { ...written, password: undefined } }]
];

describe('an account that was written down with a password and unproven addresses', () => {
	it('loses it when an owner comes without', () => {
		expect(stampOf({})).toMatchObject({
			removesPassword: true,
			userId: 'ada',
			lastChangedAt: written.password?.updatedAt
		});
	});

	it.each(left)('keeps it where %s', (_why, given) => {
		expect(stampOf(given)).toBeDefined();
		expect(stampOf(given)).not.toHaveProperty('removesPassword');
	});
});

describe('second factors that whoever knew that password has set up', () => {
	it('keep the owner of an address from nothing, and end, each with its line in the log', () => {
		const { problem, effects } = submit({ factors: theirs, policy: asking('NoPrompt') });
		expect(problem).toBeUndefined();
		expect(effects).toContainEqual(expect.objectContaining({ type: 'stamp-sign-in', removesPassword: true }));
		for (const { type } of theirs) {
			expect(effects).toContainEqual({ type: 'record', key: `Interaction.SignIn.Mfa.${type}.Delete`, userId: 'ada' });
		}
	});

	it('and their word on having none are not the owner’s: one is offered, or demanded, as to somebody new', () => {
		const user = { ...written, factorChoices: { enabled: false, skipped: true } };
		const codes = (['PromptAtSignInAndSignUp', 'Mandatory'] as const).map(
			(policy) => submit({ user, factors: theirs, policy: asking(policy) }).problem?.code
		);
		expect(codes).toEqual(['user.suggest_mfa', 'user.missing_mfa']);
		const declined = submit({ user, state: { factors: { skipped: true } }, policy: asking('PromptAtSignInAndSignUp') });
		expect(declined.effects).toContainEqual(
			expect.objectContaining({ type: 'keep-factors', choices: { enabled: undefined, skipped: true } })
		);
	});

	it('make room for the owner’s before submit, too', () => {
		const policy = asking('Mandatory');
		const facts = { user: written, factors: theirs };
		const offered = transition(
			interactionWith(signIn),
			{ type: 'totp-offered', facts, recordId: 'new', sealedSecret: 'sealed', at: now },
			policy
		);
		expect(offered.problem).toBeUndefined();
		const { effects } = submit({
			state: { factors: { ...totp } },
			factors: theirs,
			policy: { ...policy, mfa: { policy: 'Mandatory', factors: ['Totp'] } }
		});
		const types = effects.map(({ type }) => type);
		expect(types.indexOf('stamp-sign-in')).toBeLessThan(types.indexOf('keep-factors'));
	});

	it('are asked for before submit where no code or link of now proves the address', () => {
		const facts = { user: written, factors: theirs };
		const replaced = { ...signIn, verifications: [phoneCode({ verified: false })] };
		const { problem } = transition(
			interactionWith(replaced),
			{ type: 'passkey-asked', facts, recordId: 'new', ceremony: 'registration', challenge: 'c', at: now },
			asking('NoPrompt')
		);
		expect(problem?.code).toBe('session.mfa.require_mfa_verification');
	});

	it.each(left)('are asked for where %s', (_why, given) => {
		const { problem } = submit({ ...given, factors: theirs, policy: asking('NoPrompt') });
		expect(problem?.code).toBe('session.mfa.require_mfa_verification');
	});

	it('stay where one of them was shown in place of the password', () => {
		const state = { verifications: [passkey, phoneCode()] };
		const stamp = stampOf({ state, factors: theirs, policy: asking('NoPrompt') });
		expect(stamp).toBeDefined();
		expect(stamp).not.toHaveProperty('removesPassword');
	});
});

describe('a recovery', () => {
	const resetOf = (user: User) => {
		const { effects } = submit({ state: recovery, user, factors: theirs, policy: asking('NoPrompt') });
		return {
			reset: effects.find(({ type }) => type === 'reset-password'),
			ended: effects.filter((effect) => effect.type === 'record' && effect.key.endsWith('.Delete'))
		};
	};

	it('by an address that nobody had proven ends what others have set up', () => {
		const { reset, ended } = resetOf(written);
		expect(reset).toMatchObject({ removesFactors: true });
		expect(ended).toHaveLength(theirs.length);
	});

	it.each<[string, User]>([
		['an address of it was proven before', { ...written, unproven: ['phone'] }],
		['it had no password that others could know', { ...written, password: undefined }]
	])('leaves the second factors of an account alone where %s', (_why, user) => {
		const { reset, ended } = resetOf(user);
		expect(reset).toBeDefined();
		expect(reset).not.toHaveProperty('removesFactors');
		expect(ended).toEqual([]);
	});
});
