// Webhooks in the management API: Logto's objects. What happens is told to an address, signed.
import { z } from 'zod';
import { pageQuery } from './page.ts';

/** Of Logto's events those that happen here. */
export const hookEvents = [
	'PostRegister',
	'PostSignIn',
	'PostSignInAdaptiveMfaTriggered',
	'PostResetPassword',
	'User.Created',
	'User.Deleted',
	'User.Data.Updated',
	'User.SuspensionStatus.Updated'
] as const;
export const hookEvent = z.enum(hookEvents);
export type HookEvent = z.infer<typeof hookEvent>;

/** RFC 9110 §5.1 and §5.5; what belongs to the connection or the signature is ours to say. */
const headerName = z
	.string()
	.max(128)
	.regex(/^[\w!#$%&'*+.^`|~-]+$/)
	.refine(
		(name) =>
			!/^(host|connection|content-length|content-type|transfer-encoding|upgrade|te|trailer|logto-.*)$/i.test(name),
		'is not yours to set'
	);
const headers = z.record(
	headerName,
	z
		.string()
		.max(1024)
		.regex(/^[\x20-\x7e]*$/)
);

const config = z.strictObject({
	url: z.url({ protocol: /^https?$/ }).max(2048),
	headers: headers.optional(),
	/** How often a delivery is tried again, each time after a longer wait. */
	retries: z.int().min(0).max(10).optional()
});
const name = z
	.string()
	.min(1)
	.max(256)
	.regex(/^\P{Cc}*$/u);
const events = z.array(hookEvent).min(1);

export const newHook = z.object({ name, events, config, enabled: z.boolean().optional() });
export type NewHookBody = z.infer<typeof newHook>;
export const hookChanges = newHook.partial();
export type HookChangesBody = z.infer<typeof hookChanges>;

/** With the key: whoever checks signatures needs it, and nothing else is protected by it. */
export const hookAnswer = z.object({
	tenantId: z.literal('default'),
	id: z.string(),
	name: z.string(),
	event: z.null(),
	events: z.array(z.string()),
	config: z.object({ url: z.string(), headers: headers.optional(), retries: z.number().optional() }),
	signingKey: z.string(),
	enabled: z.boolean(),
	createdAt: z.number()
});
export type HookAnswer = z.infer<typeof hookAnswer>;

export const hookQuery = z.strictObject(pageQuery.shape);

/** POST /api/hooks/:id/test */
export const hookTest = z.object({ events, config: config.pick({ url: true, headers: true }) });
export type HookTestBody = z.infer<typeof hookTest>;

/** GET /api/hooks/:id/recent-logs: what became of the last deliveries. */
export const hookLogAnswer = z.object({
	id: z.string(),
	tenantId: z.literal('default'),
	key: z.string(),
	payload: z.object({
		hookId: z.string(),
		event: z.string(),
		result: z.enum(['Pending', 'Success', 'Error']),
		attempts: z.number(),
		responseStatus: z.number().optional(),
		error: z.string().optional(),
		/** When it is tried again. */
		nextAttemptAt: z.number().optional()
	}),
	createdAt: z.number()
});
export type HookLogAnswer = z.infer<typeof hookLogAnswer>;
