// Hashes and checks passwords: our own digests and those that were brought along, off the event loop, a few at a time.
import { availableParallelism } from 'node:os';
import type { PasswordDigest } from '../../contract/password-digest.ts';
import { createQueue } from '../queue.ts';
import type { Passwords } from '../usecases/ports.ts';
import { hashArgon2id, isUpToDate } from './argon2.ts';
import { isCommon } from './blocklist.ts';
import { isMatch, isReadable } from './is-match.ts';

export type PasswordsOptions = {
	/**
	 * At once: by default one less than there are cores, so that one is left for everybody else's requests. Each takes
	 * 19 MiB and one of the four threads that files and names are read on, too.
	 */
	concurrency?: number;
	/** How many may wait; the last of 64 waits for a second or two. */
	queueLimit?: number;
	/** Look-up beyond the list that we ship; see `pwned.ts`. */
	isPwned?: (password: string) => Promise<boolean>;
};

const spareCores = Math.min(2, Math.max(1, availableParallelism() - 1));

export function createPasswords({
	concurrency = spareCores,
	queueLimit = 64,
	isPwned
}: PasswordsOptions = {}): Passwords {
	const enqueue = createQueue({ concurrency, limit: queueLimit });
	return {
		hash: (password) => enqueue(() => hashArgon2id(password.normalize('NFC'))),
		verify: (digest, password) => enqueue(() => verify(digest, password.normalize('NFC'))),
		verifyNobody: (password, like) =>
			enqueue(async () => {
				const typed = password.normalize('NFC');
				await (like ? verify(like, typed) : hashArgon2id(typed));
				return { matches: false };
			}),
		canVerify: isReadable,
		isCompromised: async (password) => (await isCommon(password)) || ((await isPwned?.(password)) ?? false)
	};
}

async function verify(digest: PasswordDigest, password: string): Promise<{ matches: boolean; rehash?: string }> {
	const matches = await isMatch(digest, password);
	if (digest.algorithm === 'Argon2id' && isUpToDate(digest.digest)) return { matches };
	// Also after a wrong guess: a cheap digest would answer sooner than for people who do not exist.
	const rehash = await hashArgon2id(password);
	return matches ? { matches, rehash } : { matches };
}
