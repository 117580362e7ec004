// What the provider reads and saves while it answers one request. Saves are written by one statement, before the answer
// leaves: a sign-in then commits twice instead of five times, and never leaves a grant without its session.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { OidcPayload, OidcRecord, OidcSave, OidcStore } from '../usecases/ports.ts';

export type Saves = {
	/** Gathers what `answer` saves, and writes it when `answer` is done. */
	gather(answer: () => Promise<void>): Promise<void>;
	/** Outside of `gather` it is written at once. */
	save(record: OidcSave): Promise<void>;
	/** A grant comes along with its token, and is then not asked for again. */
	find(model: string, id: string): Promise<OidcRecord | undefined>;
	/** Used up with what is saved; `onLost` answers when somebody was faster. False where it was not found before. */
	consume(model: string, id: string, onLost: (payload: OidcPayload) => Promise<never>): boolean;
	/** Before anything else is asked of the store, which must see what was saved so far. */
	flush(): Promise<void>;
};

type Consumption = { record: OidcSave; at: number; onLost: () => Promise<never> };
type Gathered = { saves: Map<string, OidcSave>; found: Map<string, OidcRecord>; consumption?: Consumption };

const restsOnGrant = ['AccessToken', 'RefreshToken', 'AuthorizationCode'];

export function createSaves(oidc: Pick<OidcStore, 'upsertAll' | 'find' | 'findWithGrant'>): Saves {
	const storage = new AsyncLocalStorage<Gathered>();

	async function flush(): Promise<void> {
		const gathered = storage.getStore();
		if (!gathered || (gathered.saves.size === 0 && !gathered.consumption)) return;
		const { consumption } = gathered;
		const records = [...gathered.saves.values()];
		gathered.saves.clear();
		gathered.consumption = undefined;
		const isConsumed = await oidc.upsertAll(records, consumption);
		if (!isConsumed) await consumption?.onLost();
	}

	return {
		flush,
		gather: (answer) =>
			storage.run({ saves: new Map(), found: new Map() }, async () => {
				await answer();
				await flush();
			}),
		async save(record) {
			const gathered = storage.getStore();
			if (!gathered) return void (await oidc.upsertAll([record]));
			gathered.saves.set(nameOf(record.model, record.id), record);
			gathered.found.delete(nameOf(record.model, record.id));
		},
		async find(model, id) {
			const gathered = storage.getStore();
			const name = nameOf(model, id);
			const known = gathered?.found.get(name);
			gathered?.found.delete(name);
			if (known) return known;
			await flush();
			if (!gathered || !restsOnGrant.includes(model)) return oidc.find(model, id);
			const { record, grant } = await oidc.findWithGrant(model, id);
			if (grant) gathered.found.set(nameOf('Grant', grant.id), grant.record);
			if (record && model === 'AuthorizationCode') gathered.found.set(name, record);
			return record;
		},
		consume(model, id, onLost) {
			const gathered = storage.getStore();
			const found = gathered?.found.get(nameOf(model, id));
			if (!gathered || !found) return false;
			const { payload } = found;
			const expiresAt = typeof payload.exp === 'number' ? payload.exp * 1000 : undefined;
			const record = { model, id, payload, expiresAt };
			gathered.consumption = { record, at: Date.now(), onLost: () => onLost(payload) };
			return true;
		}
	};
}

function nameOf(model: string, id: string): string {
	return `${model}/${id}`;
}
