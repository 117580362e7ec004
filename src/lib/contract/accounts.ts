// Which account it is to be: what a browser can offer, and going on as the one that is signed in.
import { z } from 'zod';
import { identifierType } from './schemas.ts';

export const offeredAccount = z.object({
	/** By which the browser's own form names it; a session that is not remembered has none. */
	id: z.string().optional(),
	type: identifierType,
	/** Masked. */
	shown: z.string(),
	/** What opened it last. */
	way: z.enum(['code', 'password', 'passkey']).optional(),
	/** The browser is signed in as it. */
	isSignedIn: z.boolean()
});
export type OfferedAccount = z.infer<typeof offeredAccount>;

/** GET /api/experience/accounts. `mayContinue`: as the account that is signed in, without another proof. */
export const accountsAnswer = z.object({ accounts: z.array(offeredAccount), mayContinue: z.boolean() });
export type AccountsAnswer = z.infer<typeof accountsAnswer>;

/** PUT /api/experience/shared-computer */
export const sharedComputerBody = z.object({ shared: z.boolean() });
