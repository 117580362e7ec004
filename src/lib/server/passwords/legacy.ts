// Logto's open notation for digests of other systems: ["sha256", ["salt", "@"], "hex"], where @ is the password.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isSameText } from './is-same-text.ts';
import { deriveHex } from './pbkdf2.ts';

const notation = z.tuple([z.string(), z.array(z.union([z.string(), z.number().transform(String)])), z.string()]);

export async function verifyLegacy(digest: string, password: string): Promise<boolean> {
	const [algorithm, args, expected] = notation.parse(JSON.parse(digest));
	// Without the password in it, everybody's would match.
	if (!args.includes('@')) return false;

	const actual = algorithm === 'pbkdf2' ? await derive(args, password) : hash(algorithm, args, password);
	return isSameText(actual, expected.toLowerCase());
}

/** Any hash that Node knows, over all arguments in their order. */
function hash(algorithm: string, args: string[], password: string): string {
	const input = args.map((arg) => (arg === '@' ? password : arg)).join('');
	return createHash(algorithm).update(input).digest('hex');
}

/** Arguments: salt (text, or `hex:…`), iterations, key length in bytes, hash, @. */
async function derive(args: string[], password: string): Promise<string> {
	const [salt = '', iterations, bytes, hash = '', placeholder] = args;
	if (placeholder !== '@') return '';
	const saltBytes = salt.startsWith('hex:') ? Buffer.from(salt.slice(4), 'hex') : Buffer.from(salt);
	return deriveHex({ password, salt: saltBytes, iterations: Number(iterations), bytes: Number(bytes), hash });
}
