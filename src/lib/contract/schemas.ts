// The wire shapes of the interaction API: requests and responses, one schema each.
import { z } from 'zod';
import { factorOffer, publicFactorRecord, secondStep } from './factors.ts';

export const interactionEvent = z.enum(['SignIn', 'Register', 'ForgotPassword']);
export type InteractionEvent = z.infer<typeof interactionEvent>;

/**
 * Generous bounds: whether a value is a real address or number is decided by `contract/identifier.ts`. A username is
 * looked up as it is, and PostgreSQL fails at a NUL in a text.
 */
const identifierValue = z
	.string()
	.min(1)
	.max(320)
	.refine((text) => !text.includes('\0'));

export const codeIdentifier = z.object({ type: z.enum(['email', 'phone']), value: identifierValue });
export type CodeIdentifier = z.infer<typeof codeIdentifier>;

export const identifierType = z.enum(['username', 'email', 'phone']);
export type IdentifierType = z.infer<typeof identifierType>;
export const identifier = z.object({ type: identifierType, value: identifierValue });
export type Identifier = z.infer<typeof identifier>;

/** Longer than any policy allows, so that "too long" is the policy's to say; short enough to hash. */
const password = z.string().min(1).max(1024);
const verificationId = z.string().min(1).max(64);

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
export const sendCodeBody = z.object({
	identifier: codeIdentifier,
	interactionEvent,
	/** Ours: whoever sits before the browser is not to be told the number or address. */
	masked: z.boolean().optional()
});
export const verificationIdAnswer = z.object({ verificationId: z.string() });

/** POST /api/experience/verification/verification-code/verify */
export const checkCodeBody = z.object({
	identifier: codeIdentifier,
	verificationId,
	code: z.string().min(1).max(32)
});

/** POST /api/experience/verification/password */
export const checkPasswordBody = z.object({ identifier, password });

/** POST /api/experience/verification/new-password-identity */
export const newPasswordIdentityBody = z.object({
	identifier: z.object({ type: z.literal('username'), value: identifierValue }),
	password
});

/** POST /api/experience/verification/one-time-token/verify */
export const checkTokenBody = z.object({
	identifier: z.object({ type: z.literal('email'), value: identifierValue }),
	token: z.string().min(1).max(256)
});

/** POST /api/experience/profile: one thing at a time that the account is to have. */
export const profileBody = z.discriminatedUnion('type', [
	z.object({ type: z.literal('username'), value: identifierValue }),
	z.object({ type: z.literal('password'), value: password }),
	z.object({ type: z.enum(['email', 'phone']), verificationId }),
	z.object({ type: z.literal('extraProfile'), values: z.record(z.string().max(128), z.unknown()) })
]);
export type ProfileItem = z.infer<typeof profileBody>;

/** PUT /api/experience/profile/password */
export const newPasswordBody = z.object({ password });

/** POST /api/experience/identification */
export const identifyBody = z.object({ verificationId: verificationId.optional() });

/** An account will be made at the end. */
export const createdAnswer = z.object({ created: z.literal(true) });

/** POST /api/experience/submit. Ours: whoever asks has put the terms to the person, as `agreeToTermsPolicy` has it. */
export const submitBody = z.object({ agreesToTerms: z.boolean().optional() }).optional();

/** POST /api/experience/submit; nothing (204) after a password was reset: the person signs in with the new one. */
export const submitAnswer = z.object({ redirectTo: z.string() });

/** What became of the message with a code; never said where it would tell members from strangers. */
export const publicDelivery = z.object({
	state: z.enum(['pending', 'accepted', 'refused', 'unknown']),
	/** Why it was refused: a code of the list of problems. */
	problem: z.string().optional(),
	/** Epoch milliseconds from which trying again makes sense. */
	retryAt: z.number().optional()
});
export type PublicDelivery = z.infer<typeof publicDelivery>;

/** A code that was asked for. `delivery` is ours. */
export const publicVerification = z.object({
	id: z.string(),
	type: z.enum(['EmailVerificationCode', 'PhoneVerificationCode']),
	identifier: codeIdentifier,
	templateType: z.string(),
	verified: z.boolean(),
	/** Epoch milliseconds after which the code is refused, and from which another may be asked for. */
	expiresAt: z.number(),
	resendAt: z.number(),
	delivery: publicDelivery.optional(),
	/** Ours: `identifier.value` is told to our own pages only, which mask it too. */
	masked: z.boolean().optional(),
	/** Ours: fewer codes than wanted were sent at the time. Whether this one was is not told. */
	scarce: z.boolean().optional(),
	/** Ours: a text message whose last line binds the code to the page's host, so that a browser may be asked for it. */
	originBound: z.boolean().optional()
});
export type PublicVerification = z.infer<typeof publicVerification>;

/** Everything that may be known of what was proven. */
export const publicRecord = z.discriminatedUnion('type', [
	publicVerification,
	z.object({
		id: z.string(),
		type: z.enum(['Password', 'OneTimeToken', 'SignInPasskey']),
		identifier,
		verified: z.boolean()
	}),
	z.object({ id: z.string(), type: z.literal('NewPasswordIdentity'), identifier })
]);
export type PublicRecord = z.infer<typeof publicRecord>;

/**
 * `captchaToken` is `<id>.<anything>` whose SHA-256 begins with this many zero bits, or the id alone from `readyAt` on
 * (epoch milliseconds).
 */
export const wantedProof = z.object({
	id: z.string(),
	identifier: codeIdentifier.optional(),
	masked: z.boolean().optional(),
	bits: z.int(),
	readyAt: z.number()
});
export type WantedProof = z.infer<typeof wantedProof>;

/** GET /api/experience/interaction: nothing secret in it. `application` is ours, for the page's heading. */
export const interactionAnswer = z.object({
	interactionEvent: interactionEvent.optional(),
	userId: z.string().optional(),
	profile: z.record(z.string(), z.unknown()),
	/** What submit will write of second factors: types and choices, nothing secret. */
	mfa: z.object({
		mfaEnabled: z.boolean().optional(),
		mfaSkipped: z.boolean().optional(),
		totp: z.object({ type: z.literal('Totp') }).optional(),
		webAuthn: z.array(z.object({ type: z.literal('WebAuthn') })).optional(),
		backupCode: z.object({ type: z.literal('BackupCode') }).optional()
	}),
	verificationRecords: z.array(z.union([publicRecord, publicFactorRecord])),
	secondStep: secondStep.optional(),
	factorOffer: factorOffer.optional(),
	/** Whether this browser may be trusted once a second factor is shown, and for how long. */
	trustedDevice: z.object({ canCreate: z.boolean(), durationDays: z.int().optional() }).optional(),
	captcha: z.object({
		verified: z.boolean(),
		skipped: z.boolean(),
		/** Ours: the proof of work that is asked for, before a code goes to `identifier` or, without one, before the end. */
		wanted: wantedProof.optional()
	}),
	/** Ours: the browser is to keep nothing of this sign-in. */
	sharedComputer: z.boolean().optional(),
	/** The clock that `expiresAt` and `resendAt` are measured by, epoch milliseconds. */
	now: z.number().optional(),
	application: z.object({ id: z.string(), name: z.string(), isThirdParty: z.boolean().optional() }),
	/** Set once the interaction is finished (kept for two minutes), so that a second tab can go on too. */
	redirectTo: z.string().optional()
});
export type InteractionAnswer = z.infer<typeof interactionAnswer>;
