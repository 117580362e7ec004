// Logto's open notation for digests of other systems: ["sha256", ["salt", "@"], "hex"], where @ is the password.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isSameText } from './is-same-text.ts';
import type { Matcher } from './matcher.ts';
import { matchDerived } from './pbkdf2.ts';

const notation = z.tuple([z.string(), z.array(z.union([z.string(), z.number().transform(String)])), z.string()]);

export function readLegacy(digest: string): Matcher | undefined {
	const [algorithm, args, expected] = notation.parse(JSON.parse(digest));
	// Without the password in it, everybody's would match.
	if (!args.includes('@')) return undefined;
	return algorithm === 'pbkdf2' ? readDerived(args, expected.toLowerCase()) : readHash(algorithm, args, expected);
}

/** Any hash that Node knows, over all arguments in their order. */
function readHash(algorithm: string, args: string[], expected: string): Matcher | undefined {
	const hash = (password: string) =>
		createHash(algorithm)
			.update(args.map((arg) => (arg === '@' ? password : arg)).join(''))
			.digest('hex');
	if (expected.length !== hash('').length || !/^[0-9a-f]+$/i.test(expected)) return undefined;
	return async (password) => isSameText(hash(password), expected.toLowerCase());
}

/** Arguments: salt (text, or `hex:…`), iterations, key length in bytes, hash, @. */
function readDerived(args: string[], expected: string): Matcher | undefined {
	const [salt = '', iterations, bytes, hash = '', placeholder] = args;
	if (placeholder !== '@' || Number(bytes) !== expected.length / 2) return undefined;
	const saltBytes = salt.startsWith('hex:') ? Buffer.from(salt.slice(4), 'hex') : Buffer.from(salt);
	return matchDerived({ salt: saltBytes, iterations: Number(iterations), hash, expected });
}
