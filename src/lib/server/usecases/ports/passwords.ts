// Passwords: hashed, checked, judged.
import type { PasswordDigest } from '../../../contract/password-digest.ts';
import type { Result } from '../../../contract/result.ts';

/**
 * Hashes and checks passwords, a few at a time. When too many wait it refuses with `server.unavailable`:
 * an answer that must not depend on the person, so pass it on as it is.
 */
export type Passwords = {
	/** A PHC string, always Argon2id. The password has passed the policy. */
	hash(password: string): Promise<Result<string>>;
	/** `rehash` is what to store instead of a digest that was weaker or foreign; only after a match. */
	verify(digest: PasswordDigest, password: string): Promise<Result<{ matches: boolean; rehash?: string }>>;
	/** The work of `verify` for somebody who does not exist or has no password; that of `like`, where it is given. */
	verifyNobody(password: string, like?: PasswordDigest): Promise<Result<{ matches: false; rehash?: undefined }>>;
	/** False for a digest that no password could ever match, however it is asked. */
	canVerify(digest: PasswordDigest): boolean;
	/** Whether attackers know it: the list that we ship and, where turned on, the breaches that HIBP has collected. */
	isCompromised(password: string): Promise<boolean>;
};
