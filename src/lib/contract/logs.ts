// The audit log in the management API: Logto's objects. Nothing of what people typed is in it.
import { z } from 'zod';
import { pageQuery } from './page.ts';

const id = z.string().max(128);
const moment = z.coerce.number().int().min(0);

/** GET /api/logs. `logKey` is a whole key, or what comes before a dot: `Management`, `Interaction.SignIn`. */
export const logQuery = z.strictObject({
	...pageQuery.shape,
	userId: id.optional(),
	applicationId: id.optional(),
	logKey: id.regex(/^[\w.-]+$/).optional(),
	start_time: moment.optional(),
	end_time: moment.optional()
});
export type LogQuery = z.infer<typeof logQuery>;

export const logAnswer = z.object({
	id: z.string(),
	tenantId: z.literal('default'),
	key: z.string(),
	payload: z.object({
		key: z.string(),
		result: z.enum(['Success', 'Error']),
		error: z.string().optional(),
		ip: z.string().optional(),
		userAgent: z.string().optional(),
		applicationId: z.string().optional(),
		userId: z.string().optional(),
		/** The administrator who did it. */
		actorId: z.string().optional(),
		/** Ours: of a change of the settings, its `version` and `fields`; the version `restored`. */
		details: z.record(z.string(), z.unknown()).optional(),
		/** Of one sign-in: what belongs together. */
		sessionId: z.string().optional()
	}),
	createdAt: z.number()
});
export type LogAnswer = z.infer<typeof logAnswer>;
