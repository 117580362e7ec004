// /api/verifications: people prove who they are, that a new address is theirs, or that they hold a new passkey.
import { z } from 'zod';
import { codeIdentifier } from '../schemas.ts';

/** As we make them: PostgreSQL fails at a NUL in a text. */
export const recordId = z.string().regex(/^[\w-]{1,64}$/);
const code = z.string().min(1).max(64);
/** What the browser's WebAuthn answers: checked by the library, passed through by us. */
const payload = z.looseObject({ id: z.string().min(1).max(2048), rawId: z.string(), type: z.literal('public-key') });

/** What a proof of who asks is given by. */
export const proofMethod = z.enum([
	'Password',
	'EmailVerificationCode',
	'PhoneVerificationCode',
	'Totp',
	'WebAuthn',
	'BackupCode'
]);
export type ProofMethod = z.infer<typeof proofMethod>;

/** One way for this account; `maskedIdentifier` where its codes go. */
export const proofOffer = z.object({ type: proofMethod, maskedIdentifier: z.string().optional() });
export type ProofOffer = z.infer<typeof proofOffer>;

/**
 * GET /api/verifications (ours): what this account proves itself with now, the best first. With a second factor it is
 * that one; nothing weaker opens a change. Empty: nothing can be proven, so nothing can be changed here.
 */
export const proofOffers = z.object({ methods: z.array(proofOffer) });

/** `data` of 401 `verification_record.permission_denied`. */
export const permissionDeniedData = z.object({
	/** `expired`: older than ten minutes, or undone by a change of the account; `weak`: another method is asked for. */
	reason: z.enum(['missing', 'expired', 'weak']),
	methods: z.array(proofOffer)
});

/** A record that is good at once, or waits for its second request. `expiresAt`: ISO 8601, ten minutes from now at most. */
const record = z.object({ verificationRecordId: z.string(), expiresAt: z.string() });
export const recordAnswer = record;
/** Ours: when the code itself ends, and from when on another one may be asked for. Epoch milliseconds. */
export const sentCodeAnswer = record.extend({ codeExpiresAt: z.number(), resendAt: z.number() });
export type SentCode = z.infer<typeof sentCodeAnswer>;
export const recordIdAnswer = z.object({ verificationRecordId: z.string() });

/** POST /api/verifications/password */
export const provePasswordBody = z.object({ password: z.string().min(1).max(1024) });

/**
 * POST /api/verifications/verification-code: to the account's own address to prove who asks, to any other one to have
 * it. Which it is follows from the address; `templateType` is Logto's and changes nothing.
 */
export const sendAccountCodeBody = z.object({
	identifier: codeIdentifier,
	templateType: z.enum(['BindMfa', 'UserPermissionValidation']).optional()
});

/** POST /api/verifications/verification-code/verify: `verificationId` is the record's. */
export const checkAccountCodeBody = z.object({ identifier: codeIdentifier, verificationId: recordId, code });

/** POST /api/verifications/totp, POST /api/verifications/backup-code (ours) */
export const proveFactorCodeBody = z.object({ code });

/** POST /api/verifications/web-authn/authentication (ours) and …/registration: options for the browser's API. */
export const passkeyProofAnswer = record.extend({ authenticationOptions: z.record(z.string(), z.unknown()) });
export const newPasskeyAnswer = record.extend({ registrationOptions: z.record(z.string(), z.unknown()) });

/** POST …/web-authn/{authentication,registration}/verify */
export const checkAccountPasskeyBody = z.object({ verificationRecordId: recordId, payload });
