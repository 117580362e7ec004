// Who signed in here last, as far as a browser may be told: whoever sits before it next learns nothing they could use.

import type { IdentifierType } from './schemas.ts';

/** Sealed in one cookie, for all applications alike. */
export type LastUsed = {
	kind: IdentifierType;
	/** Masked, enough for its owner to recognise it. */
	shown: string;
	/** ISO 3166-1 alpha-2, beside a phone number. */
	country?: string;
};
