// When the token of the console is renewed, and where that is asked for.

/** A page is opened with a token that lasts until its form is filled in. */
export const earlyMs = 600_000;

/** Leads to `renewedAt`, without a page in between, where the session at the provider is still there. */
export const renewAt = '/console/sign-in?silent';
export const renewedAt = '/console/renewed';

/** For how many milliseconds the token is good (the clock of a device may be wrong), and whose it is. */
export type Renewed = { lastsMs: number; me: { id: string; name: string } };
