// What the pages carry between them before anything is proven: only what the user typed.
import type { InteractionEvent } from './schemas.ts';

/** Sealed in one cookie, ten minutes, per application. Never a secret, never in a URL. */
export type Draft = {
	/** Digits with country code for a phone, the canonical address for an email. */
	identifier?: { type: 'email' | 'phone'; value: string };
	event?: InteractionEvent;
	/** ISO 3166-1 alpha-2, the country that was chosen beside a phone number. */
	country?: string;
	/** A one-off notice for the next page, a message key. */
	notice?: string;
};
