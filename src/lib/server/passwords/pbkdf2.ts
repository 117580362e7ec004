// PBKDF2 digests of other systems, in Django's notation and in that of passlib and PHC.
import { getHashes, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { isSameText } from './is-same-text.ts';
import type { Matcher } from './matcher.ts';

const derive = promisify(pbkdf2);

/** A shorter key lets wrong passwords in by chance; more iterations would keep a thread for many seconds. */
const fewestBytes = 16;
const mostBytes = 128;
const mostIterations = 5_000_000;

const django = /^pbkdf2_(sha1|sha256|sha512)\$(\d{1,7})\$([^$]+)\$([A-Za-z0-9+/]+={0,2})$/;
const phc = /^\$pbkdf2-(sha1|sha256|sha512)\$(?:i=)?(\d{1,7})(?:,l=\d+)?\$([A-Za-z0-9+/.]+)\$([A-Za-z0-9+/.]+)$/;

export function readPbkdf2(digest: string): Matcher | undefined {
	const [, hash, iterations, salt, key] = django.exec(digest) ?? phc.exec(digest) ?? [];
	if (!hash || !salt || !key) return undefined;

	return matchDerived({
		// Django's salt is text as it stands.
		salt: digest.startsWith('$') ? fromBase64(salt) : Buffer.from(salt),
		iterations: Number(iterations),
		hash,
		expected: fromBase64(key).toString('hex')
	});
}

/** Nothing when the parameters are out of bounds. `expected` is in lower-case hex, as long as the key. */
export function matchDerived(request: {
	salt: Buffer;
	iterations: number;
	hash: string;
	expected: string;
}): Matcher | undefined {
	const { salt, iterations, hash, expected } = request;
	const bytes = expected.length / 2;
	if (!(iterations >= 1 && iterations <= mostIterations && Number.isInteger(iterations))) return undefined;
	if (!(bytes >= fewestBytes && bytes <= mostBytes && /^(?:[0-9a-f]{2})+$/.test(expected))) return undefined;
	if (!getHashes().includes(hash)) return undefined;

	return async (password) => {
		// HMAC fills short keys up with zero bytes, so that the password with more of them at its end would match as well.
		if (password.includes('\0')) return false;
		return isSameText((await derive(password, salt, iterations, bytes, hash)).toString('hex'), expected);
	};
}

/** Passlib writes a dot for the plus sign. */
function fromBase64(text: string): Buffer {
	return Buffer.from(text.replaceAll('.', '+'), 'base64');
}
