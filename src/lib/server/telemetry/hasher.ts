// Keyed hashes under keys derived from the installation's secret, one key per purpose.
import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Hasher } from '../usecases/ports.ts';

export function createHasher(secret: string): Hasher {
	const keys = new Map<string, KeyObject>();
	const keyFor = (purpose: string) => {
		const known = keys.get(purpose);
		if (known) return known;
		const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'foyer', `hmac:${purpose}`, 32)));
		keys.set(purpose, key);
		return key;
	};
	return {
		hmac(purpose, ...parts) {
			const hash = createHmac('sha256', keyFor(purpose));
			// Length prefixes keep ("ab", "c") and ("a", "bc") apart.
			for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`);
			return hash.digest('base64url');
		},
		leadingZeroBits(text) {
			// The first 32 bits say enough: nobody is asked for more.
			return Math.clz32(createHash('sha256').update(text).digest().readUInt32BE(0));
		}
	};
}
