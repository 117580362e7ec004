// Unsalted digests in hex, as old systems have them.
import { createHash } from 'node:crypto';
import { isSameText } from './is-same-text.ts';

export function verifyPlainHash(algorithm: 'md5' | 'sha1' | 'sha256') {
	return async (digest: string, password: string): Promise<boolean> =>
		isSameText(createHash(algorithm).update(password).digest('hex'), digest.toLowerCase());
}
