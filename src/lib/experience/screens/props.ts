// What every screen is given. Screens turn codes and times into words; routes hand over facts only.
import type { Country } from '../i18n/countries.ts';
import type { createText } from '../i18n/text.ts';
import type { FieldKind } from '../../contract/forms.ts';
import type { PasswordIssue, PasswordPolicy } from '../../contract/password-policy.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import type { ProfileField } from '../../contract/settings/profile-fields.ts';
import type { Support } from '../ui/contact.ts';
import type { News } from './account-props.ts';

/** What was posted and refused: values to keep in the fields (never a secret), and why. */
export type FormState = {
	values: Record<string, string>;
	/** `data`: `retryAfter` (whole seconds), `attemptsLeft`. Without `field` the screen knows where the code belongs. */
	problem?: {
		code: ProblemCode | (string & {});
		field?: string;
		data?: Record<string, unknown>;
		/** All that is wrong with a password. */
		issues?: PasswordIssue[];
	};
};

export type IdentifierKind = 'phone' | 'email';

/** A field that takes one kind of identifier, or `account`: a username or an email address. */
export type { FieldKind };

/** A panel beside the card on wide windows: a picture, or the colour that the page's head brings. */
export type Artwork = { artworkUrl?: string; darkArtworkUrl?: string; artworkColor?: string };

/**
 * The frame of every page: header, main, footer, language switch, the page's script, and the words in context
 * (`useText` works in everything inside). Use it in layouts and error pages, and import `src/app.css` beside it.
 */
export type ShellProps = {
	locale: string;
	/** The page's own address: the language links keep its query, without `lang` and form action names. */
	url: URL;
	brand?: { name?: string; logoUrl?: string; darkLogoUrl?: string } & Artwork;
	/** Shown when the brand has no name of its own, unless it is a third party's. */
	applicationName?: string;
	isThirdParty?: boolean;
	support?: Support;
	/** The privacy policy, for the footer of every page. */
	privacyUrl?: string;
	/** A tenant's own words, by catalogue key. */
	overrides?: Record<string, string>;
	/** How the words are made; the studio has a language of its own. */
	speak?: typeof createText;
};

/** Links to the terms; `asked`: with a box that has to be ticked, which posts `terms`. */
export type TermsProps = { termsUrl?: string; privacyUrl?: string; asked?: boolean; ticked?: boolean };

/** A box beside the form's own fields: nothing is to be remembered. Posts `shared`: 0 or 1. */
export type SharedProps = { ticked?: boolean };

/** One account that this browser can go on as. Without an `id` it is only signed in. */
export type AccountRow = {
	id?: string;
	/** Masked. */
	shown: string;
	/** What opened it last. */
	way?: 'code' | 'password' | 'passkey';
	isSignedIn: boolean;
};

/** Posts `account` to `actions.pick` and `actions.forget`, with `terms` and `shared` where they are asked. */
export type ChooseAccountProps = {
	accounts: AccountRow[];
	applicationName?: string;
	terms?: TermsProps;
	shared?: SharedProps;
	form?: FormState | null;
	actions: { pick: string; forget: string };
	links: { another: string };
};

/** Posts `identifier`, `kind` and, for phones, `country` to the same address; `account` to that of its row. */
export type SignInProps = {
	mode: 'sign-in' | 'register';
	kind: FieldKind;
	/** All that are offered; one of them hides the way to the other. */
	kinds: FieldKind[];
	/** What comes next; `either` depends on what will be typed. */
	asked: 'code' | 'password' | 'either';
	/** Nobody signs in without a password: it is asked for at once, and posted as `password`. */
	hasPassword?: boolean;
	/** Who signed in on this device last: one press goes on. */
	account?: AccountRow & { actions: ChooseAccountProps['actions'] };
	shared?: SharedProps;
	form?: FormState | null;
	countries: Country[];
	/** ISO 3166-1 alpha-2 preselected beside a phone number. */
	country: string;
	/** A password was just changed: say so once. */
	changed?: boolean;
	/** `another`: where the application expects somebody. */
	links: { otherKind?: string; otherMode?: string; forgot?: string; another?: string };
	terms?: TermsProps;
	applicationName?: string;
	/** Posts `payload`, written by script, to `action`; `autofill` offers passkeys in the field, too. */
	passkey?: { action: string; button: boolean; autofill: boolean };
};

/** Posts what `SignIn` does. */
export type AskIdentifierProps = {
	/** `change` and `add`: on the account page. */
	purpose: 'recover' | 'complete' | 'change' | 'add';
	kind: FieldKind;
	kinds: FieldKind[];
	form?: FormState | null;
	countries: Country[];
	country: string;
	/** Why somebody who has a password is here: it was too old. */
	expired?: boolean;
	links: { otherKind?: string; back?: string };
};

/**
 * Posts `password`, `identifier` and `kind` to `actions.password`, without the password to `actions.code`; `account` in
 * place of the two where it is a remembered one.
 */
export type PasswordProps = {
	kind: 'username' | IdentifierKind;
	/** As people read it; of a remembered account masked. */
	shown: string;
	/** Without it everything is about who was typed in: no page may forget it. */
	account: string | undefined;
	form?: FormState | null;
	/** Whether a code may be asked for instead. */
	hasCode: boolean;
	actions: { password: string; code: string };
	links: { change: string; forgot?: string };
};

/** Posts `newPassword` to the same address. */
export type SetPasswordProps = {
	/** `change` and `add`: on the account page. */
	purpose: 'register' | 'complete' | 'reset' | 'change' | 'add';
	/** Whose password it will be. */
	shown?: string;
	policy: PasswordPolicy;
	form?: FormState | null;
	links: { change?: string };
};

/** Posts each field by its name, parts as `fullname.givenName`. */
export type ExtraProfileProps = {
	fields: ProfileField[];
	form?: FormState | null;
	/** What was refused, by the name of its input. */
	flaws: { path: string; code: string }[];
	/** At the account page: what the account has, as a form posts it. */
	own?: { values: Record<string, string>; isFixed: boolean; done?: News };
};

/** Posts `email` and `token` to the same address. */
export type OneTimeTokenProps = {
	email: string;
	token: string;
	terms?: TermsProps;
	shared?: SharedProps;
	form?: FormState | null;
};

/** Posts `verificationId` to `resend`. */
export type UnsentCodeProps = {
	kind: IdentifierKind;
	shown: string;
	isRemembered?: boolean;
	verificationId: string;
	problem: NonNullable<FormState['problem']>;
	/** Whole seconds until trying again makes sense. */
	wait: number;
	resend: string;
	links: VerifyCodeProps['links'];
};

/** Posts `code` and `verificationId` to `actions.verify`, `verificationId` alone to `actions.resend`. */
export type VerifyCodeProps = {
	flow: 'sign-in' | 'register' | 'forgot-password' | 'continue' | 'account';
	kind: IdentifierKind;
	/** `+86 138 0013 8000` or an address, as people read it. */
	shown: string;
	/** Masked, of a remembered account: `links.change` leads to another one. */
	isRemembered?: boolean;
	verificationId: string;
	form?: FormState | null;
	/** Epoch milliseconds; `now` is the server's clock at rendering. */
	now: number;
	expiresAt: number;
	resendAt: number;
	attemptsLeft?: number;
	/** A code was just sent again: say so once. */
	resent?: boolean;
	/** What became of the message, where it did not simply leave; `problem` says why it was refused. */
	delivery?: { state: 'refused'; problem: NonNullable<FormState['problem']> } | { state: 'unknown' };
	/** Fewer codes than wanted are sent at the moment; perhaps not this one either. */
	scarce?: boolean;
	/** The message binds its code to this page: a browser that can read it is asked to. */
	originBound?: boolean;
	/** Addresses of the two form actions, with the query kept. */
	actions?: { verify: string; resend: string };
	links: { change: string; otherChannel?: string; password?: string };
};

/** Posts `nonce`, which the page's script finds, to the same address. */
export type OneMomentProps = {
	/** What the work is done on, and the zero bits that it is to come to. */
	challenge: string;
	bits: number;
	/** Whole seconds after which an empty `nonce` is as good. */
	wait: number;
	form?: FormState | null;
	links: { change: string };
};

/** One question, one button; posts `verificationId` (when given) to the same address. */
export type ConfirmStepProps = {
	kind: 'create-account' | 'sign-in-instead';
	identifierKind: IdentifierKind;
	shown: string;
	verificationId?: string;
	/** Only where a yes is still wanted. */
	terms?: TermsProps;
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
	| 'link'
	| 'rate-limited'
	| 'unavailable'
	| 'maintenance'
	| 'cross-origin'
	| 'switched-off'
	| 'error'
	| 'invalid-request';

export type FailureProps = {
	kind: FailureKind;
	/** Instead of the usual sentence. */
	lead?: string;
	/** Whole seconds until trying again may help. */
	retryAfter?: number;
	requestId?: string;
	support?: Support;
	/** `start` and `account`: where people can begin anew, where nothing of this page can be gone on with. */
	links?: { again?: string; another?: string; factors?: string; start?: string; account?: string };
};

/** `reason`: a refusal's code behind `one_time_token.`. */
export type LinkFailureProps = Pick<FailureProps, 'support' | 'links'> & { reason?: string };

/** A form to the provider; `fields` are its hidden inputs. */
export type SignOutProps = { action: string; fields: Record<string, string>; applicationName?: string };
/** `isDeleted`: with the account, which is no more. */
export type SignedOutProps = {
	links?: { again?: string };
	isDeleted?: boolean;
	/** What this browser remembers: posts `account` to `/signed-out?/forget`. */
	accounts?: AccountRow[];
};

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
