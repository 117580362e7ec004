// What is carried to people, and what became of it.
import type { TemplateType } from '../../core/interaction/state.ts';

/** What a connector is asked to carry. `to` is always E.164 with `+`, or a canonical email address. */
export type Message = {
	to: string;
	/** ISO 3166-1 alpha-2 of a phone number, when it has one. */
	country?: string;
	type: TemplateType;
	code: string;
	locale: string;
	/** Name of the application that the person is signing in to. */
	applicationName?: string;
	/** Minutes until the code expires, for texts. */
	minutes: number;
	/** Name of the host whose page waits for the code, without a port; for messages that bind the code to it. */
	host?: string;
};

/** Something that the owner of an account should know. */
export type Notice = {
	/** A canonical email address. */
	to: string;
	/**
	 * A password was reset by its owner, changed by an administrator or by its owner, or set for the first time; a second
	 * factor was set up or taken away, or switched on or off by an administrator; what a trusted browser holds was
	 * copied; an address, a number or the username changed; the account is gone.
	 */
	what:
		| 'password-reset'
		| 'password-changed'
		| 'password-replaced'
		| 'password-added'
		| 'factor-added'
		| 'factor-removed'
		| 'second-step-on'
		| 'second-step-off'
		| 'browser-copied'
		| 'email-changed'
		| 'phone-changed'
		| 'username-changed'
		| 'account-deleted';
	locale: string;
	applicationName?: string;
};

/**
 * Closed list of what a user or an administrator can act on.
 * `unconfirmed`: the provider may have accepted it; never send again by yourself.
 */
export type DeliveryFailure =
	| 'rate-limited'
	| 'number-rejected'
	| 'country-not-supported'
	| 'configuration'
	| 'template-not-found'
	| 'provider'
	| 'unreachable'
	| 'unconfirmed'
	| 'no-connector';

export type Refusal = {
	ok: false;
	reason: DeliveryFailure;
	/** Vendor code, for logs and administrators. Never the vendor's message: it can hold phone and code. */
	detail: string;
	/** Whole seconds, when it is known how long to wait. */
	retryAfter?: number;
};

export type Delivery = { ok: true; vendorId: string } | Refusal;

/** `sentBy`: the configured connector that had the last word. */
export type Sent = Delivery & { sentBy?: string };

/** Picks the connectors for the channel and hands the message over, once. Never throws, never logs phone or code. */
export type Messenger = {
	/** What is known before anything is sent, whoever it is for. `country` is of a phone number. */
	whyNot(carries: 'sms' | 'email', country: string | undefined): Promise<Refusal | undefined>;
	/** Whether a text message there may end in a line that binds its code to the page: see `originBound`. */
	bindsCodes(country: string | undefined): Promise<boolean>;
	send(carries: 'sms' | 'email', message: Message): Promise<Sent>;
	/** Whole seconds for which this process leaves a connector alone; undefined while it is tried. */
	pausedFor(connectorId: string): number | undefined;
	/** By mail, where there is a connector that carries mail. */
	notify(notice: Notice): Promise<Sent>;
};
