// Contract §3.4, one row a test: what identification answers in each situation.
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../contract/settings.ts';
import type { InteractionEvent } from '../../../contract/schemas.ts';
import type { User } from '../user.ts';
import type { Interaction, Verification } from './state.ts';
import {
	ada,
	email,
	digest,
	emailCode,
	interactionWith,
	link,
	method,
	newIdentity,
	now,
	open,
	password,
	phone,
	phoneCode
} from '../../../../../tests/support/interaction-states.ts';
import { transition } from './transition.ts';

const recoveryLink = { ...link, interactionEvent: 'ForgotPassword' } as Verification;

type Situation = {
	event: InteractionEvent;
	record?: Verification;
	/** Null for none. */
	verificationId?: string | null;
	user?: User;
	state?: Partial<Interaction>;
	policy?: Partial<Settings>;
	isPassword?: boolean;
};

function identify({
	event,
	record = phoneCode(),
	verificationId = 'code',
	user,
	state,
	policy,
	isPassword
}: Situation) {
	const before = interactionWith({ event, verifications: [record], ...state });
	const asked = verificationId ?? undefined;
	return transition(
		before,
		{ type: 'identified', verificationId: asked, user, newUserId: 'new', isPassword, at: now },
		{ ...open, ...policy }
	);
}

const refused: [string, Situation, { code: string; status?: number; data?: unknown }][] = [
	[
		'a record that nobody knows',
		{ event: 'SignIn', verificationId: 'other' },
		{ code: 'session.verification_session_not_found' }
	],
	[
		'a record that is not verified',
		{ event: 'SignIn', record: phoneCode({ verified: false }), user: ada },
		{ code: 'session.verification_failed' }
	],
	[
		'a kind of record that identifies nobody at sign-in',
		{ event: 'SignIn', record: newIdentity },
		{ code: 'session.verification_failed' }
	],
	['a password at registration', { event: 'Register', record: password }, { code: 'session.verification_failed' }],
	['no record at sign-in', { event: 'SignIn', verificationId: null }, { code: 'guard.invalid_input' }],
	['no record at recovery', { event: 'ForgotPassword', verificationId: null }, { code: 'guard.invalid_input' }],
	[
		'sign-in where it is closed',
		{ event: 'SignIn', user: ada, policy: { signInMode: 'Register' } },
		{ code: 'auth.forbidden' }
	],
	[
		'a code where only passwords sign in',
		{ event: 'SignIn', user: ada, policy: { signIn: { methods: [method('phone', true, false)] } } },
		{ code: 'user.sign_in_method_not_enabled' }
	],
	[
		'a password where only codes sign in',
		{ event: 'SignIn', record: password, user: ada, policy: { signIn: { methods: [method('phone', false, true)] } } },
		{ code: 'user.sign_in_method_not_enabled' }
	],
	[
		'a code of somebody without an account',
		{ event: 'SignIn' },
		{ code: 'user.user_not_exist', data: { identifier: phone } }
	],
	[
		'recovery without an account',
		{ event: 'ForgotPassword' },
		{ code: 'user.user_not_exist', data: { identifier: phone } }
	],
	[
		'recovery by a link from before the last change of the password',
		{ event: 'ForgotPassword', record: { ...recoveryLink, createdAt: now - 1000 } as Verification, user: ada },
		{ code: 'session.verification_failed' }
	],
	[
		'a suspended account at sign-in',
		{ event: 'SignIn', user: { ...ada, isSuspended: true } },
		{ code: 'user.suspended' }
	],
	[
		'a suspended account at recovery',
		{ event: 'ForgotPassword', user: { ...ada, isSuspended: true } },
		{ code: 'user.suspended' }
	],
	['a second person', { event: 'SignIn', user: ada, state: { userId: 'eve' } }, { code: 'session.identity_conflict' }],
	[
		'recovery by password',
		{ event: 'ForgotPassword', record: password, user: ada },
		{ code: 'session.not_supported_for_forgot_password', status: 422 }
	],
	[
		'recovery by a link that was not made for it',
		{ event: 'ForgotPassword', record: link, user: ada },
		{ code: 'session.not_supported_for_forgot_password', status: 422 }
	],
	[
		'sign-in by a link that was made for recovery',
		{ event: 'SignIn', record: recoveryLink, user: ada },
		{ code: 'user.sign_in_method_not_enabled' }
	],
	[
		'an invitation of another address',
		{
			event: 'Register',
			record: link,
			verificationId: null,
			state: { profile: { primaryEmail: 'eve@example.com' } },
			policy: { signInMode: 'SignIn' }
		},
		{ code: 'auth.forbidden' }
	],
	[
		'recovery by a method that is off',
		{ event: 'ForgotPassword', record: emailCode(), user: ada },
		{ code: 'session.not_supported_for_forgot_password', status: 422 }
	],
	[
		'a password that was changed since',
		{ event: 'SignIn', record: password, user: { ...ada, password: { updatedAt: now + 1, isExpired: false } } },
		{ code: 'session.verification_failed' }
	],
	[
		'a password of somebody who held the number before',
		{ event: 'SignIn', record: password, user: { ...ada, id: 'eve' } },
		{ code: 'session.verification_failed' }
	],
	['sign-up where it is closed', { event: 'Register', policy: { signInMode: 'SignIn' } }, { code: 'auth.forbidden' }],
	['a phone number that somebody has', { event: 'Register', user: ada }, { code: 'user.phone_already_in_use' }],
	[
		'an address that somebody has',
		{ event: 'Register', record: emailCode(), user: ada },
		{ code: 'user.email_already_in_use' }
	],
	[
		'a username that somebody has',
		{
			event: 'Register',
			record: newIdentity,
			user: ada,
			policy: { signUp: { identifiers: ['username'], password: true, verify: false } }
		},
		{ code: 'user.username_already_in_use' }
	],
	[
		'an address that the policy blocks',
		{ event: 'Register', record: emailCode(), policy: { emailBlocklistPolicy: { customBlocklist: ['@example.com'] } } },
		{ code: 'session.email_blocklist.email_not_allowed', data: { email: email.value } }
	],
	[
		'an identifier that sign-up does not ask for',
		{
			event: 'Register',
			record: emailCode(),
			policy: { signUp: { identifiers: ['phone'], password: false, verify: true } }
		},
		{ code: 'user.sign_up_method_not_enabled' }
	],
	[
		'sign-up by a link that was made for signing in',
		{ event: 'Register', record: { ...link, interactionEvent: 'SignIn' } as Verification },
		{ code: 'user.sign_up_method_not_enabled' }
	],
	[
		'a link to an address that the policy blocks',
		{ event: 'Register', record: link, policy: { emailBlocklistPolicy: { customBlocklist: ['@example.com'] } } },
		{ code: 'session.email_blocklist.email_not_allowed', data: { email: email.value } }
	],
	[
		'a number that is the password which was chosen before it',
		{ event: 'Register', state: { profile: { passwordDigest: digest } }, isPassword: true },
		{ code: 'password.rejected' }
	],
	[
		'sign-up that lacks a password',
		{ event: 'Register', policy: { signUp: { identifiers: ['phone'], password: true, verify: true } } },
		{ code: 'user.missing_profile', data: { missingProfile: ['password'] } }
	],
	[
		'sign-up that lacks everything',
		{ event: 'Register', verificationId: null },
		{ code: 'user.missing_profile', data: { missingProfile: ['emailOrPhone'] } }
	]
];

describe('identification refuses', () => {
	it.each(refused)('%s', (_situation, given, problem) => {
		const decision = identify(given);
		expect(decision.problem).toMatchObject(problem);
		// Undefined: the code's own status, see problems.test.ts.
		expect(decision.problem?.status).toBe(problem.status);
		expect(decision.state.userId).toBe(given.state?.userId);
		expect(decision.state.newUserId).toBeUndefined();
	});

	it.each(refused)('%s, and writes it into the audit log', (_situation, given, { code }) => {
		expect(identify(given).effects).toContainEqual(
			expect.objectContaining({ type: 'record', key: `Interaction.${given.event}.Identification`, error: code })
		);
	});
});

describe('identification accepts', () => {
	it.each<[string, Situation]>([
		['a code at sign-in', { event: 'SignIn', user: ada }],
		['a password at sign-in', { event: 'SignIn', record: password, user: ada }],
		[
			'a link at sign-in, whatever the methods are',
			{ event: 'SignIn', record: link, user: ada, policy: { signIn: { methods: [] } } }
		],
		['a code at recovery', { event: 'ForgotPassword', user: ada }],
		['a link that was made for recovery', { event: 'ForgotPassword', record: recoveryLink, user: ada }],
		['the same person again', { event: 'SignIn', user: ada, state: { userId: 'ada' } }]
	])('%s', (_situation, given) => {
		const { problem, state } = identify(given);
		expect(problem).toBeUndefined();
		expect(state.userId).toBe('ada');
	});

	it.each<[string, Situation]>([
		['a proven phone number', { event: 'Register' }],
		[
			'a link to an address, whatever others sign up with',
			{
				event: 'Register',
				record: link,
				policy: { signUp: { identifiers: ['phone'], password: false, verify: true } },
				state: { profile: { primaryPhone: phone.value } }
			}
		],
		['a link, also where sign-up is closed', { event: 'Register', record: link, policy: { signInMode: 'SignIn' } }],
		[
			'a username and a password',
			{
				event: 'Register',
				record: newIdentity,
				policy: { signUp: { identifiers: ['username'], password: true, verify: false } }
			}
		],
		[
			'what was put into the profile',
			{ event: 'Register', verificationId: null, state: { profile: { primaryPhone: phone.value } } }
		]
	])('%s as a new account', (_situation, given) => {
		const { problem, state } = identify(given);
		expect(problem).toBeUndefined();
		expect(state.newUserId).toBe('new');
	});

	it('keeps what was proven while something is missing, so that nothing is asked for twice', () => {
		const lacking = identify({
			event: 'Register',
			policy: { signUp: { identifiers: ['phone'], password: true, verify: true } }
		});
		expect(lacking.state.profile).toEqual({ primaryPhone: phone.value });
	});
});
