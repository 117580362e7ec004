// Programs that manage Foyer, and the tokens they come with.
import type { Caller } from './caller.ts';

/** A program with a good token for the management API; the console acts for an administrator. */
export type MachineCaller = Caller & { applicationId: string; actorId?: string };

/** Tokens that machines bring to the management API. */
export type MachineTokens = {
	/** Undefined unless we signed it for this API and it has not expired. Whether its owner is still there is not asked. */
	verify(token: string): Promise<{ applicationId: string; scopes: string[]; userId?: string } | undefined>;
};
