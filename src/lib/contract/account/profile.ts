// /api/my-account: what people see and change of themselves.
import { z } from 'zod';
import { profileChanges, userAnswer } from '../users.ts';
import { recordId } from './verifications.ts';

const line = (longest: number) =>
	z
		.string()
		.max(longest)
		.regex(/^\P{Cc}*$/u);
const identifier = line(320).min(1);

/** GET and PATCH /api/my-account: fields that the token's scopes or the settings close are left out. */
export const myAccount = userAnswer
	.omit({ agreedTerms: true })
	.extend({
		/** Whether there is any way to prove who asks. */
		hasSecurityVerificationMethod: z.boolean(),
		/** Ours: addresses that nobody has shown to be theirs yet. */
		unproven: z.array(z.enum(['email', 'phone']))
	})
	.partial()
	.extend({ id: z.string() });
export type MyAccount = z.infer<typeof myAccount>;

/** PATCH /api/my-account: null takes away. A username needs a proof of who asks; `customData` is replaced whole. */
export const myAccountChanges = z
	.strictObject({
		name: line(128).nullable(),
		avatar: z
			.url({ protocol: /^https?$/ })
			.max(2048)
			.nullable(),
		username: identifier.nullable(),
		customData: z.record(z.string(), z.unknown())
	})
	.partial();
export type MyAccountChanges = z.infer<typeof myAccountChanges>;

/** POST /api/my-account/picture: bytes of a file that is uploaded. */
export const mostPictureBytes = 5_000_000;
export const myPictureAnswer = z.object({ avatar: z.string() });

/** PATCH /api/my-account/profile: the profile is replaced whole, as in Logto; an `address` needs its scope. */
export const myProfileBody = profileChanges;
export const myProfileAnswer = z.record(z.string(), z.unknown());

/** POST /api/my-account/password. Ends every other session and token. */
export const myPasswordBody = z.object({ password: z.string().min(1).max(1024) });

/** POST /api/my-account/primary-email and …/primary-phone (digits without `+`): the record of the code that was sent there. */
export const myEmailBody = z.object({ email: identifier, newIdentifierVerificationRecordId: recordId });
export const myPhoneBody = z.object({ phone: identifier, newIdentifierVerificationRecordId: recordId });

const moment = z.number();
/** GET /api/my-account/export (ours): everything that is kept about the person. No secret, no digest. */
export const myExport = z.object({
	exportedAt: z.string(),
	account: userAnswer.extend({ unproven: z.array(z.enum(['email', 'phone'])) }),
	mfa: z.object({ factors: z.array(z.record(z.string(), z.unknown())), skipMfaOnSignIn: z.boolean() }),
	/** Browsers that the account remembers. */
	devices: z.array(z.record(z.string(), z.unknown())),
	sessions: z.array(z.record(z.string(), z.unknown())),
	grants: z.array(z.record(z.string(), z.unknown())),
	/** Of the audit log, newest first, a thousand at most. */
	activity: z.array(
		z.object({
			key: z.string(),
			result: z.string(),
			error: z.string().nullable(),
			applicationId: z.string().nullable(),
			ip: z.string().nullable(),
			userAgent: z.string().nullable(),
			at: moment
		})
	)
});
export type MyExport = z.infer<typeof myExport>;
