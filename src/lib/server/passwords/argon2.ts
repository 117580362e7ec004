// Argon2: Argon2id for our own digests; those of other systems verify with the parameters they were made with.
import { channel } from 'node:diagnostics_channel';
import type { ParsedHashOptions } from '@node-rs/argon2';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import type { Matcher } from './matcher.ts';

/** OWASP's second choice, 19 MiB and two passes. The library adds 16 random bytes of salt. */
const ours = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 };
const saltLength = 16;

/** An imported digest must not be able to name a price that stops the server. */
const mostMemory = 262_144;
const mostWork = 4_194_304;
/** Less than that was cut off; RFC 9106 wants at least 8 bytes of salt. */
const fewestBytes = 16;
const fewestSaltBytes = 8;

/** Subscribed to by tests, from outside the bundle: who asks about nobody must cost as many runs as who asks about a member. */
const hashChannel = channel('foyer:hash');

export function hashArgon2id(password: string): Promise<string> {
	hashChannel.publish({ run: 'hash' });
	return hash(password, ours);
}

export function readArgon2(digest: string): Matcher | undefined {
	const parameters = readParameters(digest);
	if (!parameters) return undefined;
	const { memoryCost, timeCost, outputLen, saltLen } = parameters;
	if (memoryCost > mostMemory || memoryCost * timeCost > mostWork) return undefined;
	if (outputLen < fewestBytes || saltLen < fewestSaltBytes) return undefined;
	return (password) => {
		hashChannel.publish({ run: 'verify' });
		return verify(digest, password);
	};
}

/** Made as we make them, or stronger. */
export function isUpToDate(digest: string): boolean {
	const parameters = digest.startsWith('$argon2id$v=19$') && readParameters(digest);
	if (!parameters) return false;
	const { memoryCost, timeCost, outputLen, saltLen } = parameters;
	return (
		memoryCost >= ours.memoryCost && timeCost >= ours.timeCost && outputLen >= ours.outputLen && saltLen >= saltLength
	);
}

function readParameters(digest: string): ParsedHashOptions | undefined {
	try {
		return parseOptions(digest);
	} catch {
		return undefined;
	}
}
