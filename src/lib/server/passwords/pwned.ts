// Asks Have I Been Pwned whether a breach holds the password. Five hex digits of its SHA-1 leave this machine, no more.
import { createHash } from 'node:crypto';

const patience = 1000;

export type PwnedOptions = {
	fetch: typeof globalThis.fetch;
	/** The question stayed open and the password passed: count it. `reason` holds nothing of the password. */
	onFailure(reason: string): void;
	/** A mirror of the range API, where the internet is not to be reached. */
	endpoint?: string;
};

/** Fails open: nobody is kept from choosing a password because somebody else's server is down. */
export function createPwnedLookup({
	fetch,
	onFailure,
	endpoint = 'https://api.pwnedpasswords.com/range/'
}: PwnedOptions): (password: string) => Promise<boolean> {
	return async (password) => {
		const digest = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase();
		try {
			const response = await fetch(endpoint + digest.slice(0, 5), {
				// Padding: the size of the answer, which an eavesdropper sees, then says nothing of the question.
				headers: { 'add-padding': 'true', 'user-agent': 'foyer' },
				redirect: 'error',
				signal: AbortSignal.timeout(patience)
			});
			if (response.ok) return isListed(await response.text(), digest.slice(5));
			onFailure(`status ${response.status}`);
		} catch (error) {
			onFailure(error instanceof Error ? error.name : 'unknown');
		}
		return false;
	};
}

/** Lines are `suffix:count`; a count of zero is padding. */
function isListed(range: string, suffix: string): boolean {
	return range.split(/\r?\n/).some((line) => line.startsWith(`${suffix}:`) && !line.endsWith(':0'));
}
