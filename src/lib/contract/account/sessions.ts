// /api/my-account/sessions and …/grants: where people are signed in, and which applications they let in.
import { z } from 'zod';

/** Of the provider's records, what the owner may see; times in them are epoch seconds. */
const sessionPayload = z.object({
	kind: z.literal('Session'),
	uid: z.string(),
	jti: z.string(),
	iat: z.number(),
	exp: z.number(),
	loginTs: z.number().optional(),
	accountId: z.string(),
	authorizations: z.record(z.string(), z.object({ grantId: z.string().optional() }))
});

/** GET /api/my-account/sessions: the one that asks first, then the one used last. */
export const mySessions = z.object({
	sessions: z.array(
		z.object({
			payload: sessionPayload,
			lastSubmission: z.null(),
			clientId: z.null(),
			accountId: z.string(),
			/** Epoch milliseconds, as all that is ours. */
			expiresAt: z.number(),
			/** Whether the request's token came of it. */
			isCurrent: z.boolean(),
			/** Ours, and null where it was not kept: when and with which browser it was used last. */
			signedInAt: z.number().nullable(),
			lastUsedAt: z.number().nullable(),
			userAgent: z.string().nullable(),
			/** `Firefox`, `Android`: product names, as far as they can be told; the same in every language. */
			browser: z.string().nullable(),
			system: z.string().nullable(),
			applications: z.array(z.object({ id: z.string(), name: z.string() }))
		})
	)
});
export type MySessions = z.infer<typeof mySessions>;

/** DELETE /api/my-account/sessions/:id. Logto's parameter: what came of the session ends here in any case. */
export const endSessionQuery = z.object({ revokeGrantsTarget: z.enum(['all', 'firstParty']).optional() });

/** GET /api/my-account/grants */
export const myGrantsQuery = z.object({ appType: z.enum(['firstParty', 'thirdParty']).optional() });
export const myGrants = z.object({
	grants: z.array(
		z.object({
			id: z.string(),
			payload: z.looseObject({
				kind: z.literal('Grant'),
				jti: z.string(),
				iat: z.number(),
				exp: z.number(),
				clientId: z.string(),
				accountId: z.string()
			}),
			expiresAt: z.number(),
			application: z.object({ id: z.string(), name: z.string() }),
			/** Ours: what it was opened for, and whether it belongs to somebody else. */
			scopes: z.array(z.string()),
			isThirdParty: z.boolean()
		})
	)
});
export type MyGrants = z.infer<typeof myGrants>;
