// What a new password must satisfy, and how a refusal says what is wrong (`data` of `password.rejected`).
import { z } from 'zod';

/** Logto's `passwordPolicy`: any part may be left out. */
export const passwordPolicy = z.object({
	/** In Unicode code points. A minimum of 15 is wise where the password is the only factor. */
	length: z.object({ min: z.int().min(8).max(64).default(8), max: z.int().min(64).max(256).default(256) }).prefault({}),
	/** How many of lower case, upper case, digits and everything else. More than 1 makes passwords worse, not better. */
	characterTypes: z.object({ min: z.int().min(1).max(4).default(1) }).prefault({}),
	rejects: z
		.object({
			/** Passwords that attackers try first, and those found in breaches. */
			pwned: z.boolean().default(true),
			repetitionAndSequence: z.boolean().default(true),
			userInfo: z.boolean().default(true),
			words: z.array(z.string().min(1).max(128)).max(1000).default([])
		})
		.prefault({})
});
export type PasswordPolicy = z.infer<typeof passwordPolicy>;
export const defaultPasswordPolicy: PasswordPolicy = passwordPolicy.parse({});

export const passwordIssueCodes = [
	'password_rejected.too_short',
	'password_rejected.too_long',
	'password_rejected.character_types',
	/** Not Unicode at all: half a surrogate pair. Every character is supported. */
	'password_rejected.unsupported_characters',
	'password_rejected.pwned',
	'password_rejected.restricted.repetition',
	'password_rejected.restricted.sequence',
	'password_rejected.restricted.user_info',
	'password_rejected.restricted.words'
] as const;
export type PasswordIssueCode = (typeof passwordIssueCodes)[number];
export type PasswordIssue = { code: PasswordIssueCode; interpolation?: Record<string, number> };
