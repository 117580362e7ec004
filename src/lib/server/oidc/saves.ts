// What the provider saves while it answers one request is written by one statement, before the answer leaves.
// A sign-in then commits twice instead of five times, and never leaves a grant without its session.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { OidcSave, OidcStore } from '../usecases/ports.ts';

export type Saves = {
	/** Gathers what `answer` saves, and writes it when `answer` is done. */
	gather(answer: () => Promise<void>): Promise<void>;
	/** Outside of `gather` it is written at once. */
	save(record: OidcSave): Promise<void>;
	/** Before anything else is asked of the store, which must see what was saved so far. */
	flush(): Promise<void>;
};

export function createSaves(oidc: Pick<OidcStore, 'upsertAll'>): Saves {
	const gathered = new AsyncLocalStorage<Map<string, OidcSave>>();

	async function flush(): Promise<void> {
		const records = gathered.getStore();
		if (!records || records.size === 0) return;
		const saved = [...records.values()];
		records.clear();
		await oidc.upsertAll(saved);
	}

	return {
		flush,
		gather: (answer) =>
			gathered.run(new Map(), async () => {
				await answer();
				await flush();
			}),
		async save(record) {
			const records = gathered.getStore();
			if (!records) return oidc.upsertAll([record]);
			records.set(`${record.model}/${record.id}`, record);
		}
	};
}
