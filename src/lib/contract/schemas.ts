// The wire shapes of the interaction API: requests and responses, one schema each.
import { z } from 'zod';

export const interactionEvent = z.enum(['SignIn', 'Register', 'ForgotPassword']);
export type InteractionEvent = z.infer<typeof interactionEvent>;

/** Generous bounds: whether a value is a real address or number is decided by `contract/identifier.ts`. */
const identifierValue = z.string().min(1).max(320);

export const codeIdentifier = z.object({ type: z.enum(['email', 'phone']), value: identifierValue });
export type CodeIdentifier = z.infer<typeof codeIdentifier>;

export const identifierType = z.enum(['username', 'email', 'phone']);
export type IdentifierType = z.infer<typeof identifierType>;

/**
 * PUT /api/experience. `keepVerifications` is ours: a repeated start of the same event keeps the codes that are
 * under way, so that two overlapping posts of one form end in one code.
 */
export const startBody = z.object({
	interactionEvent,
	captchaToken: z.string().max(4096).optional(),
	keepVerifications: z.boolean().optional()
});

/** PUT /api/experience/interaction-event */
export const eventBody = z.object({ interactionEvent });

/** POST /api/experience/verification/verification-code */
export const sendCodeBody = z.object({ identifier: codeIdentifier, interactionEvent });
export const verificationIdAnswer = z.object({ verificationId: z.string() });

/** POST /api/experience/verification/verification-code/verify */
export const checkCodeBody = z.object({
	identifier: codeIdentifier,
	verificationId: z.string().min(1).max(64),
	code: z.string().min(1).max(32)
});

/** POST /api/experience/identification */
export const identifyBody = z.object({ verificationId: z.string().min(1).max(64).optional() });

/** POST /api/experience/submit */
export const submitAnswer = z.object({ redirectTo: z.string() });

export const publicVerification = z.object({
	id: z.string(),
	type: z.enum(['EmailVerificationCode', 'PhoneVerificationCode']),
	identifier: codeIdentifier,
	templateType: z.string(),
	verified: z.boolean(),
	/** Epoch milliseconds after which the code is refused, and from which another may be asked for. */
	expiresAt: z.number(),
	resendAt: z.number()
});
export type PublicVerification = z.infer<typeof publicVerification>;

/** GET /api/experience/interaction: nothing secret in it. `application` is ours, for the page's heading. */
export const interactionAnswer = z.object({
	interactionEvent: interactionEvent.optional(),
	userId: z.string().optional(),
	profile: z.record(z.string(), z.unknown()),
	mfa: z.record(z.string(), z.unknown()),
	verificationRecords: z.array(publicVerification),
	captcha: z.object({ verified: z.boolean(), skipped: z.boolean() }),
	/** The clock that `expiresAt` and `resendAt` are measured by, epoch milliseconds. */
	now: z.number().optional(),
	application: z.object({ id: z.string(), name: z.string() }),
	/** Set once the interaction is finished (kept for two minutes), so that a second tab can go on too. */
	redirectTo: z.string().optional()
});
export type InteractionAnswer = z.infer<typeof interactionAnswer>;
