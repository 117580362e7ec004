// One-time tokens: handed out by the management API for one email address, brought back in a sign-in.
import { z } from 'zod';
import { interactionEvent } from './schemas.ts';
import { pageQuery } from './page.ts';

const context = z.object({
	/** Where set, the token is good for this journey only. */
	interactionEvent: interactionEvent.optional()
});
const email = z.string().min(1).max(320);
export const oneTimeTokenStatus = z.enum(['active', 'consumed', 'revoked', 'expired']);

/** POST /api/one-time-tokens */
export const newOneTimeToken = z.object({
	email,
	/** Seconds. */
	expiresIn: z.int().min(1).max(86_400).default(600),
	context: context.default({})
});

/** Without the token itself: that is not kept. */
export const oneTimeToken = z.object({
	id: z.string(),
	email: z.string(),
	status: oneTimeTokenStatus,
	context,
	/** Epoch milliseconds. */
	createdAt: z.number(),
	expiresAt: z.number()
});
export type OneTimeTokenAnswer = z.infer<typeof oneTimeToken>;

/** The only answer that holds the token. */
export const createdOneTimeToken = oneTimeToken.extend({ token: z.string() });

/** GET /api/one-time-tokens */
export const oneTimeTokenQuery = pageQuery.extend({ email: email.optional(), status: oneTimeTokenStatus.optional() });

/** POST /api/one-time-tokens/verify */
export const verifyOneTimeToken = z.object({ email, token: z.string().min(1).max(512) });

/** PUT /api/one-time-tokens/:id/status. A token that was used or revoked stays so. */
export const oneTimeTokenStatusBody = z.object({ status: z.enum(['consumed', 'revoked']) });
