// Which secret proves an application: any of its own that has not expired.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Client, Provider } from 'oidc-provider';
import type { Clock } from '../usecases/ports.ts';

type KnownSecret = { value: string; expiresAt?: number };

/** The library knows one secret a client and asks the client itself; ours have several, each with an end of its own. */
export function acceptSecrets(provider: Provider, clock: Clock): void {
	Object.assign(provider.Client.prototype, {
		compareClientSecret(this: Client, given: string) {
			return isGood(given, (this['secrets'] ?? []) as KnownSecret[], clock.now());
		}
	});
}

/** All are compared, whichever matches, and in the time that digests take. */
export function isGood(given: string, known: KnownSecret[], at: number): boolean {
	const digest = digestOf(given);
	return known
		.map(({ value, expiresAt }) => timingSafeEqual(digest, digestOf(value)) && (expiresAt ?? Infinity) > at)
		.includes(true);
}

function digestOf(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
