// Whoever signs up must be able to sign in again. Judged after what is wrong with sign-up or sign-in alone.
import type { Settings } from '../../../../contract/settings.ts';
import { wantedAtSignUp } from '../policy.ts';
import { namedRule, rule, type Rule } from './rule.ts';

export const waysInRules: Rule[] = [
	namedRule(
		'no_sign_up_identifier',
		'signUp.identifiers',
		'name at least one while sign-up is open, or nobody can sign up',
		({ signInMode, signUp }) => signInMode !== 'SignIn' && signUp.identifiers.length === 0
	),
	rule(
		'sign_in_experiences.password_sign_in_must_be_enabled',
		'signIn.methods',
		'sign-up asks for a password, so one method of signing in must take it',
		({ signUp, signIn, signInMode }) =>
			signInMode === 'SignInAndRegister' && signUp.password && !signIn.methods.some(({ password }) => password)
	),
	rule(
		'sign_in_experiences.miss_sign_up_identifier_in_sign_in',
		'signIn.methods',
		'whoever signs up must be able to sign in again with what sign-up asked for',
		(settings) =>
			settings.signInMode === 'SignInAndRegister' &&
			accountsOf(settings).some((account) => account.length > 0 && !hasWayIn(account, settings))
	)
];

/** The identifiers of every kind of account that sign-up can make. */
function accountsOf(settings: Settings): string[][] {
	return wantedAtSignUp(settings).reduce<string[][]>(
		(accounts, wanted) =>
			accounts.flatMap((account) =>
				(wanted === 'emailOrPhone' ? ['email', 'phone'] : [wanted]).map((identifier) => [...account, identifier])
			),
		[[]]
	);
}

function hasWayIn(account: string[], { signIn, signUp }: Settings): boolean {
	return signIn.methods.some(
		({ identifier, password, verificationCode }) =>
			account.includes(identifier) && ((password && signUp.password) || (verificationCode && identifier !== 'username'))
	);
}
