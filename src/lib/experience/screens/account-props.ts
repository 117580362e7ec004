// What the screens of the account page are given. Routes hand over facts; screens turn them into words.
import type { FactorType } from '../../contract/factors.ts';
import type { FormState } from './props.ts';

/** Said once, after something was done. */
export type News = 'saved' | 'removed' | 'password' | 'signed-out' | 'distrusted';

/** `value` as people read it; `isUnproven`: nobody has shown it to be theirs. */
export type ContactFacts = { value?: string; isUnproven?: boolean };

/** Links to a page of each part; what the settings hide is not there. */
export type AccountHomeProps = {
	/** How the account is recognised: a name, or what it is reached by. */
	who: string;
	/** An address on this host; others are not loaded. */
	picture?: string;
	hasProfile: boolean;
	email?: ContactFacts;
	phone?: ContactFacts;
	password?: { isSet: boolean };
	/** The kinds that there are, each once. */
	factors?: FactorType[];
	/** How many; `trusted`: only where no factors stand above them. */
	trusted?: number;
	sessions?: number;
	applications?: number;
	done?: News;
	signOut: string;
};

/** Posts what may be changed: `name`, `avatar`, `username`, `locale`. */
export type AccountProfileProps = {
	fields: { name: 'name' | 'avatar' | 'username' | 'locale'; value: string; isFixed: boolean }[];
	form?: FormState | null;
	done?: News;
	/** `more`: fields that the installation has made. */
	links?: { picture?: string; more?: string };
};

/** Posts `file` to `upload`, nothing to `remove`. */
export type AccountPictureProps = {
	/** An address on this host; others are not loaded. */
	picture?: string;
	/** Here or elsewhere. */
	hasAny: boolean;
	form?: FormState | null;
	done?: News;
	actions: { upload: string; remove: string };
};

export type AccountContactProps = ContactFacts & {
	kind: 'email' | 'phone';
	isFixed: boolean;
	done?: News;
	links: { change: string; remove: string };
};

/** Each part is absent where the settings close it. `mayAdd`: or replace what is there. `setSwitch` posts `on`: `yes` or `no`. */
export type AccountFactorsProps = {
	app?: { isSet: boolean; isFixed: boolean; mayAdd: boolean };
	/** `left`: unused ones, undefined when there are none at all. */
	codes?: { left?: number; mayAdd: boolean };
	passkeys?: { list: { id: string; name?: string; createdAt: number }[]; isFixed: boolean; mayAdd: boolean };
	/** Whether a second step is asked for at sign-in, where its owner decides. */
	switch?: { isOn: boolean };
	/** Where no second step is asked; `distrust` posts `id`. */
	trusted?: { list: TrustedBrowser[]; isFixed: boolean; now: number };
	form?: FormState | null;
	done?: News;
	actions: { setSwitch: string; distrust: string };
};

/** `Firefox`, `Android`; times in epoch milliseconds. */
export type BrowserFacts = { isCurrent: boolean; browser: string | null; system: string | null };
export type TrustedBrowser = BrowserFacts & { id: string; since: number; lastUsedAt: number };

/** Posts `name`. */
export type AccountPasskeyProps = {
	name: string;
	/** It was made a moment ago. */
	isNew?: boolean;
	form?: FormState | null;
	links: { remove: string };
};

/** `signOut` posts `id`, `signOutOthers` nothing. Times in epoch milliseconds. */
export type AccountSessionsProps = {
	now: number;
	sessions: ({
		id: string;
		lastUsedAt: number | null;
		applications: string[];
	} & BrowserFacts)[];
	isFixed: boolean;
	form?: FormState | null;
	done?: News;
	actions: { signOut: string; signOutOthers: string };
};

/** Posts `id`. */
export type AccountApplicationsProps = {
	applications: { id: string; name: string; since: number; scopes: string[]; isThirdParty: boolean }[];
	isFixed: boolean;
	form?: FormState | null;
	done?: News;
};

export type AccountDataProps = { links: { export: string; remove: string } };

/** One question about one thing; posts nothing to the same address. */
export type AccountQuestionProps = {
	about: 'email' | 'phone' | FactorType;
	/** What goes, as its owner calls it. */
	shown?: string;
	form?: FormState | null;
	links: { back: string };
};

/** Posts `terms`. */
export type DeleteAccountProps = { form?: FormState | null; links: { back: string } };
