// /api/my-account/mfa-verifications and …/mfa-settings: second factors and passkeys of one's own.
import { z } from 'zod';
import { recordId } from './verifications.ts';

const code = z.string().min(1).max(64);
/** Base32 of 128 bits at least (RFC 4226 §4), as `totp-secret/generate` gave it. */
const secret = z.string().regex(/^[A-Z2-7]{26,128}$/);
const name = z
	.string()
	.trim()
	.min(1)
	.max(64)
	.regex(/^\P{Cc}*$/u);

/** GET /api/my-account/mfa-verifications. Times are ISO 8601. */
export const myFactors = z.array(
	z.object({
		id: z.string(),
		type: z.enum(['Totp', 'WebAuthn', 'BackupCode']),
		createdAt: z.string(),
		lastUsedAt: z.string().optional(),
		/** Of a passkey, as its owner calls it. */
		name: z.string().optional(),
		/** Of backup codes: how many have not been used. */
		remainCodes: z.number().optional()
	})
);
export type MyFactors = z.infer<typeof myFactors>;

/**
 * POST /api/my-account/mfa-verifications. An app's key is confirmed by a code of it (optional in Logto, not here).
 * New backup codes take the place of older ones, and must be those that were generated last.
 */
export const bindMyFactorBody = z.discriminatedUnion('type', [
	z.object({ type: z.literal('Totp'), secret, code }),
	z.object({
		type: z.literal('WebAuthn'),
		newIdentifierVerificationRecordId: recordId,
		name: name.optional()
	}),
	z.object({ type: z.literal('BackupCode'), codes: z.array(code).min(1).max(20) })
]);
export type BindMyFactorBody = z.infer<typeof bindMyFactorBody>;

/** PUT /api/my-account/mfa-verifications/totp: in place of the one there is. */
export const replaceTotpBody = z.object({ secret, code });

/** POST …/totp-secret/generate. `secretQrCode` is ours: `data:image/svg+xml;base64,…`. Nothing is kept of it. */
export const newTotpSecret = z.object({ secret: z.string(), secretQrCode: z.string() });

/** POST …/backup-codes/generate: shown once, in force when they are bound within ten minutes. */
export const newBackupCodes = z.object({ codes: z.array(z.string()) });

/** GET …/backup-codes: stars, because a hash is all that is kept. `usedAt`: ISO 8601. */
export const myBackupCodes = z.object({
	codes: z.array(z.object({ code: z.string(), usedAt: z.string().optional() }))
});

/** PATCH …/:id/name */
export const passkeyNameBody = z.object({ name });

/** GET and PATCH /api/my-account/mfa-settings: a mandatory policy asks all the same, and so does every change here. */
export const myFactorSettings = z.object({ skipMfaOnSignIn: z.boolean() });
