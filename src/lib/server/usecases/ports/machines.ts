// Programs that manage Foyer, and the tokens they come with.
import type { Caller } from './caller.ts';

/** A program with a good token for the management API. */
export type MachineCaller = Caller & { applicationId: string };

/** Tokens that machines bring to the management API. */
export type MachineTokens = {
	/** Undefined unless we signed it for this API and it has not expired. Whether its owner is still there is not asked. */
	verify(token: string): Promise<{ applicationId: string; scopes: string[] } | undefined>;
};
