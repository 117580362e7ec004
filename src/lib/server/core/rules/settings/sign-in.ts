// Rules about the ways in for people with an account, and about getting back in.
import { mayRecoverWith, type Channels } from '../policy.ts';
import { namedRule, rule, type Rule } from './rule.ts';

const channelOf = { email: 'email', phone: 'sms' } as const;
const connectorType = { email: 'Email', phone: 'Sms' } as const;
const reached = ['email', 'phone'] as const;

export const signInRules: Rule[] = [
	namedRule(
		'no_sign_in_method',
		'signIn.methods',
		'name at least one, or nobody can sign in',
		({ signInMode, signIn }) => signInMode !== 'Register' && signIn.methods.length === 0
	),
	namedRule('method_twice', 'signIn.methods', 'each identifier has one method', ({ signIn }) => {
		const identifiers = signIn.methods.map(({ identifier }) => identifier);
		return new Set(identifiers).size < identifiers.length;
	}),
	namedRule('code_to_username', 'signIn.methods', 'no code can be sent to a username', ({ signIn }) =>
		signIn.methods.some(({ identifier, verificationCode }) => identifier === 'username' && verificationCode)
	),
	rule(
		'sign_in_experiences.at_least_one_authentication_factor',
		'signIn.methods',
		'each method needs a password or a code',
		({ signIn }) => signIn.methods.some(({ password, verificationCode }) => !password && !verificationCode)
	),
	{
		code: 'sign_in_experiences.enabled_connector_not_found',
		promise: 'codes by this channel need a connector that delivers them: foyer connector set',
		breach({ signIn }, { channels }) {
			const dead = reached.find(
				(type) =>
					!channels[channelOf[type]] &&
					signIn.methods.some(({ identifier, verificationCode }) => identifier === type && verificationCode)
			);
			return dead && { field: 'signIn.methods', data: { type: connectorType[dead] } };
		}
	},
	rule(
		'sign_in_experiences.code_sign_in_must_be_enabled',
		'signIn.methods',
		'sign-up verifies and asks for no password, so every phone or email method must take a code',
		({ signIn, signUp }) =>
			signUp.verify &&
			!signUp.password &&
			signIn.methods.some(({ identifier, verificationCode }) => identifier !== 'username' && !verificationCode)
	),
	{
		code: 'sign_in_experiences.forgot_password_method_requires_connector',
		promise: 'recovery by this method needs a connector that delivers its codes: foyer connector set',
		breach({ forgotPasswordMethods }, { channels }) {
			const dead = forgotPasswordMethods?.find((method) => !carries(method, channels));
			return dead && { field: 'forgotPasswordMethods', data: { method: dead } };
		}
	},
	rule(
		'sign_in_experiences.password_expiration_requires_forgot_password',
		'passwordExpiration',
		'passwords may expire only where a new one can be set: turn on recovery by email or phone',
		(settings, { channels }) =>
			settings.passwordExpiration.enabled && !reached.some((type) => mayRecoverWith(type, settings, channels))
	),
	rule(
		'sign_in_experiences.password_expiration_invalid_period_days',
		'passwordExpiration.validPeriodDays',
		'is a number of days, at least 1',
		({ passwordExpiration: { enabled, validPeriodDays } }) =>
			validPeriodDays === undefined ? enabled : validPeriodDays < 1
	)
];

function carries(method: 'EmailVerificationCode' | 'PhoneVerificationCode', channels: Channels): boolean {
	return channels[method === 'EmailVerificationCode' ? 'email' : 'sms'];
}
