// PBKDF2 digests of other systems, in Django's notation and in that of passlib and PHC.
import { pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { isSameText } from './is-same-text.ts';

const derive = promisify(pbkdf2);

/** A shorter key lets wrong passwords in by chance; more iterations would keep a thread for many seconds. */
const fewestBytes = 16;
const mostBytes = 128;
const mostIterations = 5_000_000;

const django = /^pbkdf2_(sha1|sha256|sha512)\$(\d{1,7})\$([^$]+)\$([A-Za-z0-9+/]+={0,2})$/;
const phc = /^\$pbkdf2-(sha1|sha256|sha512)\$(?:i=)?(\d{1,7})(?:,l=\d+)?\$([A-Za-z0-9+/.]+)\$([A-Za-z0-9+/.]+)$/;

export async function verifyPbkdf2(digest: string, password: string): Promise<boolean> {
	const [, hash, iterations, salt, key] = django.exec(digest) ?? phc.exec(digest) ?? [];
	if (!hash || !salt || !key) return false;

	const expected = fromBase64(key);
	// Django's salt is text as it stands.
	const saltBytes = digest.startsWith('$') ? fromBase64(salt) : Buffer.from(salt);
	const derived = await deriveHex({
		password,
		salt: saltBytes,
		iterations: Number(iterations),
		bytes: expected.length,
		hash
	});
	return isSameText(derived, expected.toString('hex'));
}

/**
 * Empty, equal to nothing, when the parameters are out of bounds, and for zero bytes: HMAC fills short keys up with
 * them, so that the password with more of them at its end would match as well.
 */
export async function deriveHex(request: {
	password: string;
	salt: Buffer;
	iterations: number;
	bytes: number;
	hash: string;
}): Promise<string> {
	const { password, salt, iterations, bytes, hash } = request;
	if (!(iterations <= mostIterations && bytes >= fewestBytes && bytes <= mostBytes) || password.includes('\0'))
		return '';
	return (await derive(password, salt, iterations, bytes, hash)).toString('hex');
}

/** Passlib writes a dot for the plus sign. */
function fromBase64(text: string): Buffer {
	return Buffer.from(text.replaceAll('.', '+'), 'base64');
}
