// /api/my-account/trusted-devices: browsers in which the account is asked for no second factor, and the end of that.
import { z } from 'zod';

/** The one used last comes first. Times in epoch milliseconds. */
export const myTrustedDevices = z.array(
	z.object({
		id: z.string(),
		userAgent: z.string().nullable(),
		/** Always null: nothing here knows where an address is. */
		country: z.null(),
		city: z.null(),
		/** Since when; where adaptive MFA decides, of the first sign-in there. */
		createdAt: z.number(),
		lastUsedAt: z.number(),
		/** Until when, unless it is used before where adaptive MFA decides. */
		expiresAt: z.number(),
		/** Whether the request came from it. */
		isCurrent: z.boolean(),
		/** Ours: `Firefox`, `Android`, as for sessions. */
		browser: z.string().nullable(),
		system: z.string().nullable()
	})
);
export type MyTrustedDevices = z.infer<typeof myTrustedDevices>;
