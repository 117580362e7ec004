// A stored password: ours, or one that was brought along from another system (Logto's `passwordAlgorithm`).
import { z } from 'zod';

export const passwordAlgorithm = z.enum([
	'Argon2id',
	'Argon2i',
	'Argon2d',
	'Bcrypt',
	'MD5',
	'SHA1',
	'SHA256',
	'PBKDF2',
	'Legacy'
]);
export type PasswordAlgorithm = z.infer<typeof passwordAlgorithm>;

export const passwordDigest = z.object({ algorithm: passwordAlgorithm, digest: z.string().min(1).max(4096) });
export type PasswordDigest = z.infer<typeof passwordDigest>;
