// Programs that manage Foyer, and the tokens they come with.
import type { Caller } from './caller.ts';

/** Which sign-in a token came of, and what was granted in it. */
export type TokenSession = { sessionUid: string; grantId: string };

/** A program with a good token for the management API; the console acts for an administrator, in a session of theirs. */
export type MachineCaller = Caller & { applicationId: string; actorId?: string; session?: TokenSession };

/** Tokens that machines bring to the management API. */
export type MachineTokens = {
	/**
	 * Undefined unless we signed it for this API, it has not expired, and, where it is a person's, they are still signed
	 * in. Whether its owner is still there is not asked.
	 */
	verify(
		token: string
	): Promise<{ applicationId: string; scopes: string[]; userId?: string; session?: TokenSession } | undefined>;
};
