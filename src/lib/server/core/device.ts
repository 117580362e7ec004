// Browsers that somebody has signed in with, as their account remembers them.

export type Device = {
	id: string;
	/** A keyed hash of what the browser holds, and of what it held before. */
	digest: string;
	previousDigest?: string;
	userAgent: string;
	/** Epoch milliseconds, as all times. What it holds was replaced when it was used last. */
	createdAt: number;
	lastUsedAt: number;
	/** No second factor is asked there: since when, and until when at the latest. */
	trustedAt?: number;
	trustedUntil?: number;
};

/** What a browser is to be remembered by from this sign-in on: every one gets a new hash. */
export type NewDevice = Pick<Device, 'id' | 'digest' | 'userAgent'>;

/** What a browser holds, by account: the id that it is kept under, a dot, and a secret. */
export type DeviceTokens = Record<string, string>;

/** A browser that was not used for so long is a new one. */
export const deviceKeptMs = 90 * 24 * 60 * 60 * 1000;

/** So long what a browser held before is taken for what it holds: two tabs may end their sign-ins at once. */
export const replacedGraceMs = 30_000;
