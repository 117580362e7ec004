// Is this the password of that digest, whichever system made it?
import type { PasswordAlgorithm, PasswordDigest } from '../../contract/password-digest.ts';
import { readArgon2 } from './argon2.ts';
import { readBcrypt } from './bcrypt.ts';
import { readLegacy } from './legacy.ts';
import type { Matcher } from './matcher.ts';
import { readPbkdf2 } from './pbkdf2.ts';
import { readPlainHash } from './plain-hash.ts';

const readers: Record<PasswordAlgorithm, (digest: string) => Matcher | undefined> = {
	Argon2id: readArgon2,
	Argon2i: readArgon2,
	Argon2d: readArgon2,
	Bcrypt: readBcrypt,
	MD5: readPlainHash('md5'),
	SHA1: readPlainHash('sha1'),
	SHA256: readPlainHash('sha256'),
	PBKDF2: readPbkdf2,
	Legacy: readLegacy
};

export async function isMatch(digest: PasswordDigest, password: string): Promise<boolean> {
	try {
		const matches = (await read(digest)?.(password)) ?? false;
		// Half a surrogate pair has no bytes of its own: all of them are hashed as the same replacement character.
		return matches && password.isWellFormed();
	} catch {
		// Whatever was imported, it is nobody's password.
		return false;
	}
}

/** False when no password could ever match: nobody would sign in with it. */
export function isReadable(digest: PasswordDigest): boolean {
	return read(digest) !== undefined;
}

function read({ algorithm, digest }: PasswordDigest): Matcher | undefined {
	try {
		return readers[algorithm](digest);
	} catch {
		return undefined;
	}
}
