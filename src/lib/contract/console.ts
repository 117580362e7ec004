// The console as an application of its own: what everybody calls it, and what its cookie holds.

/** Its client id. No application has it: others get random ones. */
export const consoleClientId = 'console';
export const consoleName = 'Foyer console';

/** Sealed in a cookie. The token never reaches the browser in clear, and ends with the session at the provider. */
export type ConsoleSession = {
	/** For the management API. */
	accessToken: string;
	/** When the access token ends, in epoch milliseconds. */
	expiresAt: number;
	userId: string;
	/** When somebody proved last who they are, in epoch milliseconds. Renewing a token proves nothing. */
	signedInAt?: number;
};
