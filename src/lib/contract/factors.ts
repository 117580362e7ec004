// Second factors on the wire: what people can prove besides their password or code, and how it is set up.
import { z } from 'zod';

export const factorType = z.enum(['Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode']);
/** As Logto's settings name them. */
export type FactorType = z.infer<typeof factorType>;

const verificationId = z.string().min(1).max(64);
const code = z.string().min(1).max(32);
const codeChannel = z.enum(['email', 'phone']);

/** POST /api/experience/verification/mfa-verification-code */
export const sendFactorCodeBody = z.object({ identifierType: codeChannel });
/** POST …/mfa-verification-code/verify */
export const checkFactorCodeBody = z.object({ identifierType: codeChannel, verificationId, code });

/** POST …/totp/secret: shown once, as text and as a picture (`data:image/svg+xml` in `secretQrCode`). */
export const totpSecretAnswer = z.object({
	verificationId: z.string(),
	secret: z.string(),
	secretQrCode: z.string()
});
/** POST …/totp/verify: with an id the new key is confirmed, without one the account's own is used. */
export const checkTotpBody = z.object({ code, verificationId: verificationId.optional() });

/** What the browser's WebAuthn answers: checked by the library, passed through by us. */
const payload = z.looseObject({ id: z.string().min(1).max(2048), rawId: z.string(), type: z.literal('public-key') });
export const checkPasskeyBody = z.object({ verificationId, payload });
export const passkeyRegistrationAnswer = z.object({
	verificationId: z.string(),
	registrationOptions: z.record(z.string(), z.unknown())
});
export const passkeyAuthenticationAnswer = z.object({
	verificationId: z.string(),
	authenticationOptions: z.record(z.string(), z.unknown())
});

/** POST /api/experience/preflight/sign-in-passkey/authentication */
export const signInPasskeyAnswer = z.object({ authenticationOptions: z.record(z.string(), z.unknown()) });
/** POST …/sign-in-passkey/authentication/verify: of the challenge that the preflight gave. */
export const checkSignInPasskeyBody = z.object({ payload });

/** POST …/backup-code/generate: shown once. */
export const backupCodesAnswer = z.object({ verificationId: z.string(), codes: z.array(z.string()) });
/** POST …/backup-code/verify */
export const checkBackupCodeBody = z.object({ code: z.string().min(1).max(64) });

/** POST /api/experience/profile/mfa */
export const bindFactorBody = z.object({ type: z.enum(['Totp', 'WebAuthn', 'BackupCode']), verificationId });

/** Ours, in GET /interaction: which second proof is wanted now, and where its codes go. */
export const secondStep = z.object({
	/** The one used last comes first, backup codes last. */
	availableFactors: z.array(factorType),
	maskedIdentifiers: z.record(z.string(), z.string())
});
export type SecondStep = z.infer<typeof secondStep>;

/** Ours, in GET /interaction: which factors the account may set up at the end. */
export const factorOffer = z.object({ availableFactors: z.array(factorType), skippable: z.boolean() });
export type FactorOffer = z.infer<typeof factorOffer>;

/** What may be known of a factor's proof. */
export const publicFactorRecord = z.object({
	id: z.string(),
	type: z.enum(['TOTP', 'WebAuthn', 'BackupCode', 'MfaEmailVerificationCode', 'MfaPhoneVerificationCode']),
	userId: z.string(),
	verified: z.boolean(),
	/** Of codes: where to, masked, and epoch milliseconds. */
	maskedIdentifier: z.string().optional(),
	expiresAt: z.number().optional(),
	resendAt: z.number().optional(),
	/** Of a text message whose last line binds the code to the page's host. */
	originBound: z.boolean().optional()
});
export type PublicFactorRecord = z.infer<typeof publicFactorRecord>;
