// What the forms of the account page post. Whether a text means anything is decided by the API.
import { z } from 'zod';

const text = z.string().trim().max(320);
const recordId = z.string().max(64);

/** A field that the page does not show posts nothing. */
export const profileForm = z.object({
	name: text.optional(),
	avatar: z.string().trim().max(4096).optional(),
	username: text.optional(),
	locale: z.string().max(16).optional()
});
export type ProfileForm = z.infer<typeof profileForm>;

export const contactForm = z.object({
	identifier: text.min(1),
	country: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.optional()
});

/** `verificationId`: which of the codes the page is about. */
export const awaitedCodeForm = z.object({ verificationId: recordId.optional() });
export const typedCodeForm = awaitedCodeForm.extend({ code: z.string().min(1).max(64) });

/** One form for every means: each posts its own part. */
export const proofForm = z.object({
	password: z.string().min(1).max(1024).optional(),
	code: z.string().min(1).max(64).optional(),
	verificationId: recordId.optional(),
	payload: z.string().max(16_384).optional()
});

/** The picture comes along, so that a wrong code draws the same one again. */
export const newAppForm = z.object({
	secret: z.string().regex(/^[A-Z2-7]{26,128}$/),
	qrCode: z
		.string()
		.max(32_768)
		.regex(/^data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+$/),
	code: z.string().min(1).max(64)
});

export const keepCodesForm = z.object({ codes: z.string().max(1024) });

export const passkeyNameForm = z.object({ name: text });

export const choiceForm = z.object({ on: z.enum(['yes', 'no']) });

/** Part of a path: nothing that leads elsewhere. */
export const idForm = z.object({ id: z.string().regex(/^[\w-]{1,128}$/) });

export const deletionForm = z.object({ terms: z.literal('accepted').optional() });
