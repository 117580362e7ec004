// What every screen is given. Screens turn codes and times into words; routes hand over facts only.
import type { Country } from '../i18n/countries.ts';
import type { ProblemCode } from '../../contract/problems.ts';

/** What was posted and refused: values to keep in the fields (never a secret), and why. */
export type FormState = {
	values: Record<string, string>;
	/** `data`: `retryAfter` (whole seconds), `attemptsLeft`. Without `field` the screen knows where the code belongs. */
	problem?: { code: ProblemCode | (string & {}); field?: string; data?: Record<string, unknown> };
};

export type IdentifierKind = 'phone' | 'email';

/** Ways to reach a person when the pages cannot help. */
export type Support = { email?: string; website?: string };

/**
 * The frame of every page: header, main, footer, language switch, the page's script, and the words in context
 * (`useText` works in everything inside). Use it in layouts and error pages, and import `src/app.css` beside it.
 */
export type ShellProps = {
	locale: string;
	/** The page's own address: the language links keep its query, without `lang` and form action names. */
	url: URL;
	brand?: { name?: string; logoUrl?: string; darkLogoUrl?: string };
	/** Shown when the brand has no name of its own. */
	applicationName?: string;
	support?: Support;
	/** A tenant's own words, by catalogue key. */
	overrides?: Record<string, string>;
};

/** Posts `identifier`, `kind` and, for phones, `country` to the same address. */
export type SignInProps = {
	mode: 'sign-in' | 'register';
	kind: IdentifierKind;
	/** All that are offered; one of them hides the way to the other. */
	kinds: IdentifierKind[];
	form?: FormState | null;
	countries: Country[];
	/** ISO 3166-1 alpha-2 preselected beside a phone number. */
	country: string;
	links: { otherKind?: string; otherMode?: string };
	terms?: { termsUrl?: string; privacyUrl?: string };
	applicationName?: string;
};

/** Posts `code` and `verificationId` to `actions.verify`, `verificationId` alone to `actions.resend`. */
export type VerifyCodeProps = {
	flow: 'sign-in' | 'register' | 'recover' | 'continue';
	kind: IdentifierKind;
	/** `+86 138 0013 8000` or an address, as people read it. */
	shown: string;
	verificationId: string;
	form?: FormState | null;
	/** Epoch milliseconds; `now` is the server's clock at rendering. */
	now: number;
	expiresAt: number;
	resendAt: number;
	attemptsLeft?: number;
	/** A code was just sent again: say so once. */
	resent?: boolean;
	/** Addresses of the two form actions, with the query kept. */
	actions?: { verify: string; resend: string };
	links: { change: string; otherChannel?: string };
};

/** One question, one button; posts `verificationId` (when given) to the same address. */
export type ConfirmStepProps = {
	kind: 'create-account' | 'sign-in-instead';
	identifierKind: IdentifierKind;
	shown: string;
	verificationId?: string;
	form?: FormState | null;
	links: { back: string };
};

/** Posts `version` to `actions.allow`, nothing to `actions.deny`. */
export type ConsentProps = {
	/** The third party's name. */
	application: string;
	/** What it gets. `value` is the person's own, shortened; empty when there is none yet. */
	scopes: {
		name:
			| 'profile'
			| 'phone'
			| 'email'
			| 'address'
			| 'identities'
			| 'custom_data'
			| 'roles'
			| 'organizations'
			| 'offline_access';
		value?: string;
	}[];
	/** Who is signed in, as they recognise themselves. */
	account: string;
	/** Where the answer is sent, unless it is an application on this device. */
	host?: string;
	terms: { termsUrl?: string; privacyUrl?: string };
	/** Stands for everything above. */
	version: string;
	form?: FormState | null;
	actions: { allow: string; deny: string };
	links: { another: string };
};

export type FailureKind =
	| 'unknown-session'
	| 'expired'
	| 'application-gone'
	| 'not-found'
	| 'suspended'
	| 'rate-limited'
	| 'unavailable'
	| 'error'
	| 'invalid-request';

export type FailureProps = {
	kind: FailureKind;
	/** Whole seconds until trying again may help. */
	retryAfter?: number;
	requestId?: string;
	support?: Support;
	links?: { again?: string };
};

/** A form to the provider; `fields` are its hidden inputs. */
export type SignOutProps = { action: string; fields: Record<string, string>; applicationName?: string };
export type SignedOutProps = { links?: { again?: string } };

/** A real button that the page's script presses. */
export type AutoPostProps = { action: string; fields: Record<string, string>; applicationName?: string };

/** The way back to the application: refreshes to `url`, with a plain link beside it. */
export type GoProps = { url: string; applicationName?: string; signedIn?: boolean };

/** The demonstration application; signed in when there are claims. */
export type DemoProps = {
	claims?: Record<string, unknown>;
	links: { signIn: string; register: string };
	/** Posts to this address. */
	signOut: string;
	/** A sentence about what went wrong, when something did. */
	problem?: string;
};
