// Contract §3.9, one row a test: what an account may be given, and a new password in place of a forgotten one.
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
	phone,
	phoneCode
} from '../../../../../tests/support/interaction-states.ts';
import type { User } from '../user.ts';
import type { PasswordChosen, ProfileOffered } from './event.ts';
import type { Interaction, Verification } from './state.ts';
import { transition } from './transition.ts';

const everything: Settings = {
	...open,
	signUp: {
		identifiers: ['username'],
		password: true,
		verify: true,
		secondaryIdentifiers: [
			{ identifier: 'phone', verify: true },
			{ identifier: 'email', verify: true }
		]
	}
};
const nothing = { signUp: { identifiers: [], password: false, verify: true } } satisfies Partial<Settings>;
const { primaryPhone: _phone, primaryEmail: _email, password: _password, ...bare } = ada;

type Item = ProfileOffered['item'];
const username: Item = { type: 'username', value: 'ada' };
const newPassword: Item = { type: 'password', password: { digest, issues: [] } };
const byPhone: Item = { type: 'phone', verificationId: 'code' };
const byEmail: Item = { type: 'email', verificationId: 'code' };
const extra: Item = { type: 'extraProfile', values: { name: 'Ada' } };

type Offer = {
	item: Item;
	state?: Partial<Interaction>;
	user?: User;
	holderId?: string;
	policy?: Partial<Settings>;
	isPassword?: boolean;
};

const registering: Partial<Interaction> = { event: 'Register', verifications: [phoneCode()] };
const signedIn: Partial<Interaction> = { event: 'SignIn', userId: 'ada', verifications: [phoneCode()] };

function offer({ item, state = registering, user, holderId, policy, isPassword }: Offer) {
	const event = { type: 'profile-offered' as const, item, user, factors: [], holderId, isPassword, at: now };
	return transition(interactionWith(state), event, { ...everything, ...policy });
}

const refused: [string, Offer, { code: string; data?: unknown }][] = [
	[
		'anything at recovery',
		{ item: username, state: { event: 'ForgotPassword' } },
		{ code: 'session.not_supported_for_forgot_password' }
	],
	[
		'anything before somebody was identified',
		{ item: username, state: { event: 'SignIn' } },
		{ code: 'session.identifier_not_found' }
	],
	[
		'anything for a suspended account',
		{ item: username, state: signedIn, user: { ...bare, isSuspended: true } },
		{ code: 'user.suspended' }
	],
	[
		'anything where sign-up is closed',
		{ item: username, policy: { signInMode: 'SignIn' } },
		{ code: 'auth.forbidden' }
	],
	[
		'a second username',
		{ item: username, state: signedIn, user: { ...ada, username: 'ada' } },
		{ code: 'user.username_exists_in_profile' }
	],
	[
		'a username that is the password which was chosen before it',
		{ item: username, isPassword: true },
		{ code: 'password.rejected' }
	],
	[
		'a number that is the password which was chosen before it',
		{ item: byPhone, isPassword: true },
		{ code: 'password.rejected' }
	],
	['a username that somebody has', { item: username, holderId: 'eve' }, { code: 'user.username_already_in_use' }],
	[
		'a username that is not asked for',
		{ item: username, policy: nothing },
		{ code: 'user.sign_up_method_not_enabled' }
	],
	['a second password', { item: newPassword, state: signedIn, user: ada }, { code: 'user.password_exists_in_profile' }],
	[
		'a password that is not asked for',
		{ item: newPassword, policy: { ...nothing, signIn: { methods: [method('phone', false, true)] } } },
		{ code: 'user.sign_up_method_not_enabled' }
	],
	[
		'a password that the policy rejects',
		{ item: { type: 'password', password: { issues: [{ code: 'password_rejected.too_short' }] } } as Item },
		{ code: 'password.rejected' }
	],
	['a number without its code', { item: byPhone, state: { event: 'Register' } }, verificationUnknown()],
	[
		'a number by the code of an address',
		{ item: byPhone, state: { ...registering, verifications: [emailCode()] } },
		verificationUnknown()
	],
	['a number by a link', { item: byPhone, state: { ...registering, verifications: [link] } }, verificationUnknown()],
	[
		'a number that was not proven',
		{ item: byPhone, state: { ...registering, verifications: [phoneCode({ verified: false })] } },
		{ code: 'session.verification_failed' }
	],
	['a second number', { item: byPhone, state: signedIn, user: ada }, { code: 'user.phone_exists_in_profile' }],
	[
		'a second address',
		{ item: byEmail, state: { ...signedIn, verifications: [emailCode()] }, user: ada },
		{ code: 'user.email_exists_in_profile' }
	],
	['a number that somebody has', { item: byPhone, holderId: 'eve' }, { code: 'user.phone_already_in_use' }],
	[
		'an address that somebody has',
		{ item: byEmail, state: { ...registering, verifications: [emailCode()] }, holderId: 'eve' },
		{ code: 'user.email_already_in_use' }
	],
	[
		'an address that the policy blocks',
		{
			item: byEmail,
			state: { ...registering, verifications: [emailCode()] },
			policy: { emailBlocklistPolicy: { customBlocklist: ['@example.com'] } }
		},
		{ code: 'session.email_blocklist.email_not_allowed', data: { email: email.value } }
	],
	['a number that is not asked for', { item: byPhone, policy: nothing }, { code: 'user.sign_up_method_not_enabled' }],
	[
		'more about somebody who has an account',
		{ item: extra, state: signedIn, user: ada },
		{ code: 'session.invalid_interaction_type' }
	]
];

function verificationUnknown() {
	return { code: 'session.verification_session_not_found' };
}

describe('a profile refuses', () => {
	it.each(refused)('%s', (_situation, given, problem) => {
		const { problem: answered, state, effects } = offer(given);
		expect(answered).toMatchObject(problem);
		expect(answered?.status).toBeUndefined();
		expect(state.profile).toBeUndefined();
		expect(effects).toEqual([expect.objectContaining({ type: 'record', error: problem.code })]);
	});
});

describe('a profile takes', () => {
	it.each<[string, Offer, object]>([
		['a username', { item: username }, { username: 'ada' }],
		['a password', { item: newPassword }, { passwordDigest: digest }],
		['a proven number', { item: byPhone }, { primaryPhone: phone.value }],
		[
			'a proven address',
			{ item: byEmail, state: { ...registering, verifications: [emailCode()] } },
			{ primaryEmail: email.value }
		],
		['more about somebody, once', { item: extra }, { name: 'Ada', submitted: true }],
		['what an account lacks', { item: username, state: signedIn, user: bare }, { username: 'ada' }]
	])('%s', (_what, given, profile) => {
		const { problem, state } = offer(given);
		expect(problem).toBeUndefined();
		expect(state.profile).toEqual(profile);
	});

	it('one thing after another', () => {
		const first = offer({ item: username });
		expect(offer({ item: byPhone, state: first.state }).state.profile).toEqual({
			username: 'ada',
			primaryPhone: phone.value
		});
	});
});

type Choice = Partial<PasswordChosen> & { state?: Partial<Interaction>; policy?: Partial<Settings> };
const recoveryLink = { ...link, interactionEvent: 'ForgotPassword' } as Verification;
const recovering: Partial<Interaction> = { event: 'ForgotPassword', userId: 'ada', verifications: [phoneCode()] };

function choose({ state = recovering, policy, ...given }: Choice) {
	const event = { password: { digest, issues: [] }, isSame: false, user: ada, at: now, ...given };
	return transition(interactionWith(state), { type: 'password-chosen', ...event }, { ...everything, ...policy });
}

describe('a recovery refuses', () => {
	it.each<[string, Choice, string]>([
		['a new password at sign-in', { state: signedIn }, 'session.invalid_interaction_type'],
		['a new password at registration', { state: registering }, 'session.invalid_interaction_type'],
		['a new password for nobody', { user: undefined }, 'session.identifier_not_found'],
		['a new password for a suspended account', { user: { ...ada, isSuspended: true } }, 'user.suspended'],
		['a new password without a proof', { state: { ...recovering, verifications: [] } }, 'session.verification_failed'],
		[
			'a new password by a proof from before the last change',
			{ user: { ...ada, password: { updatedAt: now + 1, isExpired: false } } },
			'session.verification_failed'
		],
		[
			'a new password by a link that was made before the last change, and followed after it',
			{ state: { ...recovering, verifications: [{ ...recoveryLink, createdAt: now - 1000 } as Verification] } },
			'session.verification_failed'
		],
		[
			'a new password by a link from before the last one was taken away',
			{
				state: { ...recovering, verifications: [recoveryLink] },
				user: { ...ada, password: undefined, passwordRemovedAt: now }
			},
			'session.verification_failed'
		],
		[
			'a new password by a method that was turned off meanwhile',
			{ policy: { forgotPasswordMethods: [] } },
			'session.not_supported_for_forgot_password'
		],
		['the password that the account has', { isSame: true }, 'user.same_password'],
		[
			'a password that the policy rejects, without a word about whether the account has it',
			{ isSame: true, password: { issues: [{ code: 'password_rejected.pwned' }] } as PasswordChosen['password'] },
			'password.rejected'
		],
		[
			'a password that the policy rejects',
			{ password: { issues: [{ code: 'password_rejected.too_short' }] } as PasswordChosen['password'] },
			'password.rejected'
		]
	])('%s', (_situation, given, code) => {
		const { problem, state } = choose(given);
		expect(problem).toMatchObject({ code });
		expect(state.profile).toBeUndefined();
	});

	it('to tell more than ten times whether a password is the one that the account has', () => {
		let state: Partial<Interaction> = recovering;
		const answer = (isSame: boolean) => {
			const decision = choose({ state, isSame });
			state = decision.state;
			return decision.problem?.code;
		};
		const guesses = Array.from({ length: 9 }, () => answer(false));
		expect(guesses).toEqual(Array.from({ length: 9 }, () => undefined));
		expect([answer(true), answer(true), answer(false)]).toEqual(['user.same_password', undefined, undefined]);
	});

	it('nothing else: the new password is kept until it is submitted', () => {
		expect(choose({})).toMatchObject({ state: { profile: { passwordDigest: digest } } });
	});
});
