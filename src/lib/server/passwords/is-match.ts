// Is this the password of that digest, whichever system made it?
import type { PasswordAlgorithm, PasswordDigest } from '../../contract/password-digest.ts';
import { verifyArgon2 } from './argon2.ts';
import { verifyBcrypt } from './bcrypt.ts';
import { verifyLegacy } from './legacy.ts';
import { verifyPbkdf2 } from './pbkdf2.ts';
import { verifyPlainHash } from './plain-hash.ts';

const verifiers: Record<PasswordAlgorithm, (digest: string, password: string) => Promise<boolean>> = {
	Argon2id: verifyArgon2,
	Argon2i: verifyArgon2,
	Argon2d: verifyArgon2,
	Bcrypt: verifyBcrypt,
	MD5: verifyPlainHash('md5'),
	SHA1: verifyPlainHash('sha1'),
	SHA256: verifyPlainHash('sha256'),
	PBKDF2: verifyPbkdf2,
	Legacy: verifyLegacy
};

export async function isMatch({ algorithm, digest }: PasswordDigest, password: string): Promise<boolean> {
	try {
		const matches = await verifiers[algorithm](digest, password);
		// Half a surrogate pair has no bytes of its own: all of them are hashed as the same replacement character.
		return matches && password.isWellFormed();
	} catch {
		// Whatever was imported, it is nobody's password.
		return false;
	}
}
