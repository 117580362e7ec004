// Words of the tenant's own in the management API: by key of `GET /api/.well-known/phrases`, in one language.
import { z } from 'zod';

/** No control characters but line breaks: PostgreSQL keeps no NUL. */
const words = z
	.string()
	.min(1)
	.max(2048)
	.regex(/^(?:\P{Cc}|\n)*$/u);
export const customPhrasesBody = z.record(z.string().max(128), words);
/** PATCH: null goes back to the built-in words. */
export const customPhrasesChanges = z.record(z.string().max(128), words.nullable());
export const customPhrasesAnswer = z.object({
	tenantId: z.literal('default'),
	languageTag: z.string(),
	translation: z.record(z.string(), z.string())
});
export type CustomPhrasesAnswer = z.infer<typeof customPhrasesAnswer>;
