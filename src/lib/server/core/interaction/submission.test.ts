// Contract §3.5, one row a test: what submit answers in each situation, and what it writes.
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../contract/settings.ts';
import {
	ada,
	digest,
	email,
	emailCode,
	interactionWith,
	link,
	method,
	now,
	open,
	password,
	phone,
	phoneCode
} from '../../../../../tests/support/interaction-states.ts';
import type { Factor } from '../factor.ts';
import type { User } from '../user.ts';
import type { Interaction, StagedProfile } from './state.ts';
import { transition } from './transition.ts';

type Situation = { state: Partial<Interaction>; user?: User; factors?: Factor[]; policy?: Partial<Settings> };

function submit({ state, user, factors = [], policy }: Situation) {
	const event = { type: 'submitted', user, factors, redirectTo: '/next', at: now } as const;
	return transition(interactionWith(state), event, { ...open, ...policy });
}

const signIn: Partial<Interaction> = { event: 'SignIn', userId: 'ada', verifications: [phoneCode()] };
const register: Partial<Interaction> = {
	event: 'Register',
	newUserId: 'new',
	profile: { primaryPhone: phone.value },
	verifications: [phoneCode()]
};
const recovery: Partial<Interaction> = {
	event: 'ForgotPassword',
	userId: 'ada',
	profile: { passwordDigest: digest },
	verifications: [phoneCode()]
};
const passwordWanted = { signUp: { identifiers: ['phone'], password: true, verify: true } } satisfies Partial<Settings>;
const changed = { ...ada, password: { updatedAt: now + 1, isExpired: false } };

const refused: [string, Situation, { code: string; data?: unknown }][] = [
	[
		'sign-in before identification',
		{ state: { event: 'SignIn' }, user: ada },
		{ code: 'session.identifier_not_found' }
	],
	['registration before identification', { state: { event: 'Register' } }, { code: 'session.identifier_not_found' }],
	['recovery before identification', { state: { event: 'ForgotPassword' } }, { code: 'session.identifier_not_found' }],
	[
		'a new account without the proof of work that everybody does',
		{ state: register, policy: { captchaPolicy: { enabled: true } } },
		{ code: 'session.captcha_required' }
	],
	[
		'recovery without a new password',
		{ state: { ...recovery, profile: undefined }, user: ada },
		{ code: 'user.new_password_required_in_profile' }
	],
	[
		'recovery by a proof from before the last change',
		{ state: recovery, user: changed },
		{ code: 'session.verification_failed' }
	],
	[
		'recovery by a method that was turned off meanwhile',
		{ state: recovery, user: ada, policy: { forgotPasswordMethods: ['EmailVerificationCode'] } },
		{ code: 'session.not_supported_for_forgot_password' }
	],
	[
		'recovery of a suspended account',
		{ state: recovery, user: { ...ada, isSuspended: true } },
		{ code: 'user.suspended' }
	],
	['an account that is gone', { state: signIn }, { code: 'user.user_not_exist' }],
	[
		'an account that was suspended meanwhile',
		{ state: signIn, user: { ...ada, isSuspended: true } },
		{ code: 'user.suspended' }
	],
	[
		'a number that moved to somebody else',
		{ state: signIn, user: { ...ada, primaryPhone: '8613900139000' } },
		{ code: 'session.verification_failed' }
	],
	[
		'a password that was changed meanwhile',
		{ state: { ...signIn, verifications: [password] }, user: changed },
		{ code: 'session.verification_failed' }
	],
	[
		'a proof that a newer request replaced',
		{ state: { ...signIn, verifications: [phoneCode({ verified: false })] }, user: ada },
		{ code: 'session.verification_failed' }
	],
	[
		'a method that was turned off meanwhile',
		{ state: signIn, user: ada, policy: { signIn: { methods: [method('phone', true, false)] } } },
		{ code: 'user.sign_in_method_not_enabled' }
	],
	[
		'a mode that was closed meanwhile',
		{ state: register, policy: { signInMode: 'SignIn' } },
		{ code: 'auth.forbidden' }
	],
	[
		'a sign-up method that was turned off meanwhile',
		{ state: register, policy: { signUp: { identifiers: [], password: false, verify: true } } },
		{ code: 'user.sign_up_method_not_enabled' }
	],
	[
		'a new account that lacks a password by now',
		{ state: register, policy: passwordWanted },
		{ code: 'user.missing_profile', data: { missingProfile: ['password'] } }
	],
	[
		'an old account that lacks a password',
		{ state: signIn, user: { ...ada, password: undefined }, policy: passwordWanted },
		{ code: 'user.missing_profile', data: { missingProfile: ['password'] } }
	]
];

describe('submit refuses', () => {
	it.each(refused)('%s', (_situation, given, problem) => {
		const decision = submit(given);
		expect(decision.problem).toMatchObject(problem);
		expect(decision.problem?.status).toBeUndefined();
		expect(decision.state.finished).toBeUndefined();
		expect(decision.effects).toEqual([
			expect.objectContaining({ type: 'record', key: `Interaction.${given.state.event}.Submit`, error: problem.code })
		]);
	});
});

describe('submit at sign-in', () => {
	it.each([
		['a texted code', [phoneCode()], ['sms']],
		['a mailed code', [emailCode()], ['otp']],
		['a password', [password], ['pwd']],
		['a link', [link], ['otp']],
		['a password and a code', [password, phoneCode()], ['pwd', 'sms']]
	])('tells truthfully that it was %s', (_what, verifications, amr) => {
		const { effects } = submit({ state: { ...signIn, verifications }, user: ada });
		expect(effects).toContainEqual(expect.objectContaining({ type: 'finish', userId: 'ada', amr }));
	});

	it('does not count a proof of somebody else’s number', () => {
		const other = phoneCode({ identifier: { type: 'phone', value: '8613900139000' } });
		const { effects } = submit({ state: { ...signIn, verifications: [password, other] }, user: ada });
		expect(effects).toContainEqual(expect.objectContaining({ type: 'finish', amr: ['pwd'] }));
	});

	it('gives the account what it lacked, and forgets the digest', () => {
		const { effects, state } = submit({
			state: { ...signIn, profile: { passwordDigest: digest } },
			user: { ...ada, password: undefined },
			policy: passwordWanted
		});
		expect(effects[0]).toMatchObject({
			type: 'stamp-sign-in',
			userId: 'ada',
			lastChangedAt: undefined,
			adds: { passwordDigest: digest }
		});
		expect(JSON.stringify(state)).not.toContain(digest.digest);
		expect(effects).toContainEqual({ type: 'tell-owner', userId: 'ada', what: 'password-added' });
	});

	it.each<[string, StagedProfile]>([
		['the same number', { primaryPhone: phone.value }],
		['another number', { primaryPhone: '8613900139000' }],
		['another address', { primaryEmail: 'ada@example.net' }],
		['another name', { username: 'lovelace' }],
		['a password', { passwordDigest: digest }]
	])('leaves out what the account was given meanwhile: %s', (_what, profile) => {
		const { problem, effects } = submit({ state: { ...signIn, profile }, user: { ...ada, username: 'ada' } });
		expect(problem).toBeUndefined();
		expect(effects).toContainEqual(expect.objectContaining({ type: 'stamp-sign-in', adds: undefined }));
		expect(effects).not.toContainEqual(expect.objectContaining({ type: 'tell-owner' }));
	});

	it('adds what is lacking still beside what was given meanwhile', () => {
		const profile = { username: 'ada', primaryPhone: phone.value, passwordDigest: digest };
		const { effects } = submit({ state: { ...signIn, profile }, user: ada });
		expect(effects[0]).toMatchObject({ type: 'stamp-sign-in' });
		expect(effects[0]).toHaveProperty('adds', { username: 'ada' });
	});
});

describe('submit at registration', () => {
	it('writes the account with its password', () => {
		const { effects } = submit({
			state: { ...register, profile: { primaryPhone: phone.value, passwordDigest: digest } }
		});
		expect(effects[0]).toMatchObject({
			type: 'create-user',
			user: { id: 'new', primaryPhone: phone.value, password: { updatedAt: now } },
			passwordDigest: digest
		});
	});

	it('says `pwd` where a username and a password were all there is', () => {
		const { effects } = submit({
			state: { event: 'Register', newUserId: 'new', profile: { username: 'ada', passwordDigest: digest } },
			policy: { signUp: { identifiers: ['username'], password: true, verify: false } }
		});
		expect(effects).toContainEqual(expect.objectContaining({ type: 'finish', amr: ['pwd'] }));
	});
});

describe('submit at recovery', () => {
	it('changes the password, tells the owner, signs nobody in and spends the proof', () => {
		const { effects, state, problem } = submit({ state: recovery, user: ada });
		expect(problem).toBeUndefined();
		expect(effects.map(({ type }) => type)).toEqual(['reset-password', 'forgive-attempts', 'record', 'tell-owner']);
		expect(state).toEqual(interactionWith({}));
	});

	it('takes a link as well', () => {
		const verifications = [{ ...link, interactionEvent: 'ForgotPassword' } as typeof link];
		const { effects } = submit({ state: { ...recovery, verifications }, user: ada });
		expect(effects[0]).toMatchObject({ type: 'reset-password', userId: 'ada', digest });
	});
});

describe('who receives a code (contract §3.8)', () => {
	const rows: [
		string,
		Partial<Interaction>,
		string | undefined,
		Partial<Settings>,
		{ delivered: boolean; unawaited?: boolean }
	][] = [
		['a member at sign-in', { event: 'SignIn' }, 'ada', {}, { delivered: true, unawaited: false }],
		[
			'a stranger at sign-in where the code can make an account',
			{ event: 'SignIn' },
			undefined,
			{},
			{ delivered: true, unawaited: false }
		],
		[
			'a member where sign-up is closed',
			{ event: 'SignIn' },
			'ada',
			{ signInMode: 'SignIn' },
			{ delivered: true, unawaited: true }
		],
		[
			'a stranger where sign-up is closed',
			{ event: 'SignIn' },
			undefined,
			{ signInMode: 'SignIn' },
			{ delivered: false }
		],
		['anybody at registration', { event: 'Register' }, 'ada', {}, { delivered: true, unawaited: false }],
		['a member at recovery', { event: 'ForgotPassword' }, 'ada', {}, { delivered: true, unawaited: true }],
		['a stranger at recovery', { event: 'ForgotPassword' }, undefined, {}, { delivered: false }],
		[
			'somebody known who adds a number',
			{ event: 'SignIn', userId: 'eve' },
			undefined,
			{ signInMode: 'SignIn' },
			{ delivered: true, unawaited: false }
		],
		[
			'somebody invited where sign-up is closed',
			{ event: 'Register', verifications: [link] },
			undefined,
			{ signInMode: 'SignIn' },
			{ delivered: true, unawaited: false }
		]
	];
	it.each(rows)('%s', (_who, state, holderId, policy, expected) => {
		const {
			effects,
			problem,
			state: after
		} = transition(
			interactionWith(state),
			{
				type: 'code-requested',
				recordId: 'r',
				identifier: phone,
				holderId,
				digest: 'right',
				impossibleDigest: 'never',
				at: now
			},
			{ ...open, ...policy }
		);
		expect(problem).toBeUndefined();
		const act = effects.find(({ type }) => type === 'deliver-code');
		expect(act).toEqual(
			expected.delivered ? { type: 'deliver-code', recordId: 'r', unawaited: expected.unawaited } : undefined
		);
		expect(effects[0]).toMatchObject({ digest: expected.delivered ? 'right' : 'never' });
		expect(after.verifications.at(-1)).toMatchObject({ templateType: state.event });
	});

	it('nobody by a channel that recovery does not offer', () => {
		const { problem } = transition(
			interactionWith({ event: 'ForgotPassword' }),
			{
				type: 'code-requested',
				recordId: 'r',
				identifier: email,
				holderId: 'ada',
				digest: '',
				impossibleDigest: '',
				at: now
			},
			open
		);
		expect(problem?.code).toBe('session.not_supported_for_forgot_password');
	});
});
