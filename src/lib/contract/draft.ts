// What the pages carry between them before anything is proven: only what the user typed.

import type { IdentifierType } from './schemas.ts';

/** Sealed in one cookie, ten minutes, per application. Never a secret, never in a URL. */
export type Draft = {
	/** The interaction it was typed in: the next one may be another person's. */
	uid?: string;
	/** What was typed last, or picked. */
	kind?: IdentifierType;
	/** As typed, one text per kind: switching the channel, the language or the page loses nothing. */
	typed?: Partial<Record<IdentifierType, string>>;
	/** ISO 3166-1 alpha-2, the country that was chosen beside a phone number. */
	country?: string;
	/** A remembered account that was picked instead: by the name that its browser has for it. */
	account?: string;
	/** The box beside the terms was ticked. */
	agreed?: boolean;
};
