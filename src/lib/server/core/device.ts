// Browsers that somebody has signed in with, as their account remembers them.

export type Device = {
	id: string;
	/** A keyed hash of what the browser holds. */
	digest: string;
	userAgent: string;
	/** Epoch milliseconds, as all times. */
	createdAt: number;
	lastUsedAt: number;
	/** No second factor is asked there until then. */
	trustedUntil?: number;
};

/** What a browser is to be remembered by from this sign-in on: every one gets a new hash. */
export type NewDevice = Pick<Device, 'id' | 'digest' | 'userAgent'>;

/** What a browser holds, by account. */
export type DeviceTokens = Record<string, string>;

/** A browser that was not used for so long is a new one. */
export const deviceKeptMs = 90 * 24 * 60 * 60 * 1000;
