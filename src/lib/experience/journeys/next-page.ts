// The map of the whole experience: which page an expected refusal leads to.
import { factorType, type FactorType } from '../../contract/factors.ts';
import type { Problem, ProblemCode } from '../../contract/problems.ts';
import type { PublicSettings } from '../../contract/settings.ts';
import { firstPage, type Flow, type Stage } from './flow.ts';

/** What an account may lack, as its page is called. */
export type Lacking = 'username' | 'password' | 'email' | 'phone' | 'emailOrPhone' | 'extra-profile';

export type Page =
	| `/${Flow}`
	| `/${Stage}/verification-code`
	| `/${Stage}/one-moment`
	| '/choose-account'
	| '/sign-in/password'
	| '/sign-in/passkey'
	| '/register/password'
	| '/forgot-password/reset'
	| `/continue/${Lacking}`
	| '/sign-in/create-account'
	| '/register/sign-in-instead'
	| '/one-time-token'
	| '/one-time-token/error'
	| '/mfa-onboarding'
	| '/mfa-binding'
	| `/mfa-binding/${'Totp' | 'WebAuthn' | 'BackupCode'}`
	| '/mfa-verification'
	| `/mfa-verification/${FactorType}`
	| '/account-suspended'
	| '/consent'
	| '/go'
	| '/signed-out'
	| '/unknown-session';

/** Where a journey leads: another page, or this one again with what was refused. */
export type Outcome = { page: Page; query?: Record<string, string> } | { problem: Problem };

/** What of the settings decides: a page that is closed is no way on. */
export type Offered = Pick<PublicSettings, 'signInMode' | 'forgotPassword'>;
type Pages = Partial<Record<ProblemCode, Page>>;

const everywhere: Pages = {
	'session.not_found': '/unknown-session',
	'user.suspended': '/account-suspended',
	'user.new_password_required_in_profile': '/forgot-password/reset',
	'user.suggest_mfa': '/mfa-onboarding',
	'user.missing_mfa': '/mfa-binding',
	'session.mfa.backup_code_required': '/mfa-binding/BackupCode',
	'one_time_token.token_not_found': '/one-time-token/error',
	'one_time_token.token_expired': '/one-time-token/error',
	'one_time_token.token_consumed': '/one-time-token/error',
	'one_time_token.token_revoked': '/one-time-token/error',
	'one_time_token.email_mismatch': '/one-time-token/error',
	'one_time_token.interaction_event_mismatch': '/one-time-token/error'
};

const inStage: Record<Stage, Pages> = {
	'sign-in': unproven('sign-in'),
	register: unproven('register'),
	'forgot-password': unproven('forgot-password'),
	continue: {
		'session.captcha_required': '/continue/one-moment',
		'session.interaction_not_found': firstPage('continue'),
		'session.identifier_not_found': firstPage('continue'),
		'session.verification_failed': firstPage('continue')
	}
};

/** `data.missingProfile`, whose first element is asked for first (contract §3.10). */
const pageForMissing: Record<string, Page> = {
	username: '/continue/username',
	password: '/continue/password',
	email: '/continue/email',
	phone: '/continue/phone',
	emailOrPhone: '/continue/emailOrPhone',
	extraProfile: '/continue/extra-profile'
};

type Way = { page: Page; isOpen(offered: Offered): boolean };

const isRegisterOpen: Way['isOpen'] = ({ signInMode }) => signInMode !== 'SignIn';
const isSignInOpen: Way['isOpen'] = ({ signInMode }) => signInMode !== 'Register';
const isRecoveryOpen: Way['isOpen'] = ({ forgotPassword }) => forgotPassword.phone || forgotPassword.email;

/** A proof that fits another flow is worth a question there; an old password is worth a new one. */
const crossing: Record<Stage, Partial<Record<ProblemCode, Way>>> = {
	'sign-in': {
		'user.user_not_exist': { page: '/sign-in/create-account', isOpen: isRegisterOpen },
		'password.expired': { page: '/forgot-password', isOpen: isRecoveryOpen }
	},
	register: {
		'user.phone_already_in_use': { page: '/register/sign-in-instead', isOpen: isSignInOpen },
		'user.email_already_in_use': { page: '/register/sign-in-instead', isOpen: isSignInOpen }
	},
	'forgot-password': {},
	continue: {}
};

/** Undefined: the problem is said on the page where it happened. */
export function nextPage({ code, data }: Problem, stage: Stage, offered: Offered): Page | undefined {
	if (code === 'user.missing_profile') return pageForMissing[firstMissing(data) ?? ''];
	if (code === 'session.mfa.require_mfa_verification') return pageForFactor(data?.availableFactors);
	const way = crossing[stage][code];
	return everywhere[code] ?? inStage[stage][code] ?? (way?.isOpen(offered) ? way.page : undefined);
}

/** Whether the answer depends on what the settings offer. */
export function isCrossing(code: ProblemCode, stage: Stage): boolean {
	return code in crossing[stage];
}

/** The factor that was used last is asked for first; the others are a link away. */
function pageForFactor(available: unknown): Page {
	const first = factorType.safeParse(Array.isArray(available) ? available[0] : undefined);
	return first.success ? `/mfa-verification/${first.data}` : '/mfa-verification';
}

function firstMissing(data: Problem['data']): string | undefined {
	const missing = data?.missingProfile;
	return Array.isArray(missing) ? String(missing[0]) : undefined;
}

function unproven(flow: Flow): Pages {
	return {
		'session.captcha_required': `/${flow}/one-moment`,
		'session.interaction_not_found': firstPage(flow),
		'session.verification_failed': `/${flow}/verification-code`,
		'session.identifier_not_found': `/${flow}/verification-code`
	};
}
