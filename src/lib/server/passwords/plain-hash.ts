// Unsalted digests in hex, as old systems have them.
import { createHash } from 'node:crypto';
import { isSameText } from './is-same-text.ts';
import type { Matcher } from './matcher.ts';

const hexDigits = { md5: 32, sha1: 40, sha256: 64 };

export function readPlainHash(algorithm: keyof typeof hexDigits) {
	return (digest: string): Matcher | undefined => {
		if (digest.length !== hexDigits[algorithm] || !/^[0-9a-f]+$/i.test(digest)) return undefined;
		return async (password) => isSameText(createHash(algorithm).update(password).digest('hex'), digest.toLowerCase());
	};
}
