// What the pages' forms post: the names of the fields and their bounds. Whether a text means anything is decided later.
import { z } from 'zod';

const text = z.string().trim().max(320);

/** The first screen: who it is, by which channel, and the country beside a phone number. */
export const identifierForm = z.object({
	identifier: text,
	kind: z.enum(['email', 'phone']),
	country: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.optional()
});
export type IdentifierForm = z.infer<typeof identifierForm>;

const verificationId = z.string().min(1).max(64);

/** Typed or pasted as people do: full-width digits, spaces and dashes are welcome. */
export const codeForm = z.object({ verificationId, code: z.string().max(64) });
export type CodeForm = z.infer<typeof codeForm>;

/** A yes to exactly what the page has shown. */
export const consentForm = z.object({ version: z.string().min(1).max(64) });

/** A button that says everything by its address. */
export const emptyForm = z.object({});

/** Another code, and the steps that only ask for a yes. */
export const verificationForm = z.object({ verificationId });
