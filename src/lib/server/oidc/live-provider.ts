// One provider a process, built again when the signing keys have changed: a rotation needs no restart.
import type { Provider } from 'oidc-provider';
import type { SigningKey } from '../usecases/ports.ts';
import { ensureSigningKeys } from './keys.ts';
import { buildProvider, type ProviderDeps } from './provider.ts';

const keysCheckedMs = 30_000;

/** Ask for the provider at every request; what is in flight ends on the one that it began with. */
export function openProvider(deps: ProviderDeps, now: () => number = Date.now): () => Promise<Provider> {
	let current: { provider: Provider; fingerprint: string } | undefined;
	let checkedAt = 0;
	let checking: Promise<Provider> | undefined;

	async function check(): Promise<Provider> {
		const keys = await ensureSigningKeys(deps.store.keys);
		const fingerprint = fingerprintOf(keys);
		if (current?.fingerprint !== fingerprint) current = { provider: buildProvider(deps, keys), fingerprint };
		checkedAt = now();
		return current.provider;
	}

	return async () => {
		if (current && now() - checkedAt < keysCheckedMs) return current.provider;
		checking ??= check().finally(() => (checking = undefined));
		if (!current) return checking;
		// The keys of a moment ago are still good: nobody waits for the check, nor fails with it.
		checking.catch((error: unknown) => deps.log.warn('could not check the signing keys', { error }));
		return current.provider;
	};
}

function fingerprintOf(keys: SigningKey[]): string {
	return keys
		.map((key) => `${key.id} ${key.status}`)
		.sort()
		.join();
}
