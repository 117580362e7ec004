// Who may use the account API: the page at `/account` by its own client, applications with what people granted them.

/** Its client id, Logto's name for it. No application has it: others get random ones. */
export const accountClientId = 'account-center';

/** Names the proof of who asks: the id of a verified record of `/api/verifications`. */
export const verificationHeader = 'logto-verification-id';

/** What is asked for a token that opens all of it; without `resource`, so that it is opaque and ends when it is revoked. */
export const sessionsScope = 'urn:logto:scope:sessions';
export const trustedDevicesScope = 'urn:logto:scope:trusted_devices';
export const accountScopes = [
	'profile',
	'email',
	'phone',
	'address',
	'identities',
	'custom_data',
	sessionsScope,
	trustedDevicesScope
] as const;
export type AccountScope = (typeof accountScopes)[number];

/** Sealed in a cookie. The token never reaches the browser in clear. */
export type AccountSession = {
	/** For the account API. */
	accessToken: string;
	/** When the access token ends, in epoch milliseconds. */
	expiresAt: number;
	userId: string;
	/**
	 * The last proof of who asks, while it is good: `id` goes into the header, `expiresAt` in epoch milliseconds, `by`
	 * one of the methods of `/api/verifications`.
	 */
	proof?: { id: string; expiresAt: number; by: string };
	/** A code that was sent to show who asks. */
	sent?: PendingCode & { type: string };
	/** A passkey that was asked for to show it; epoch milliseconds. */
	asked?: { id: string; expiresAt: number };
	/** A new address that is to be the account's, and the code that was sent there. */
	contact?: PendingCode & { type: 'email' | 'phone'; value: string; isProven?: true };
	/** What was typed on a page, while its writer is away to show who asks; epoch milliseconds. Never a secret. */
	typed?: { page: string; values: Record<string, string>; until: number };
};

/** `id` of the record, which ends at `expiresAt`; its code ends earlier. Epoch milliseconds. */
export type PendingCode = { id: string; expiresAt: number; codeExpiresAt: number; resendAt: number };
