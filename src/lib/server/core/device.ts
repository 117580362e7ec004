// Browsers that somebody has signed in with, as their account remembers them.

export type Device = {
	id: string;
	/**
	 * A keyed hash of what the browser was given last, and of what it showed then. That is good until the newer one is shown:
	 * the answer that brought it may have been lost.
	 */
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

/** One that is given something new, and the hash of what it showed: its current one, or the one before. */
export type ReplacedDevice = Pick<Device, 'id' | 'digest'> & { heldDigest: string };

/** What a browser holds, by account: the id that it is kept under, a dot, and a secret. */
export type DeviceTokens = Record<string, string>;

/** A browser that was not used for so long is a new one. */
export const deviceKeptMs = 90 * 24 * 60 * 60 * 1000;

/** Whoever shows the one before so soon after is given nothing new: two tabs may end their sign-ins at once. */
export const replacedGraceMs = 30_000;
