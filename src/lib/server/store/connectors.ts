// Configured connectors; their configuration holds keys of the vendor's and is sealed.
import type { CountryRule } from '../core/rules/countries.ts';
import type { ConnectorRecord, ConnectorStore } from '../usecases/ports.ts';
import type { ChangeWatch } from './change-watch.ts';
import { remembered } from './remembered.ts';
import type { Sealer } from './sealer.ts';
import type { Executor } from './schema.ts';

export function createConnectorStore(db: Executor, sealer: Sealer, changes: ChangeWatch): ConnectorStore {
	const recall = remembered<ConnectorRecord[]>(() => changes.stampOf('connectors'));

	async function list(from: Executor): Promise<ConnectorRecord[]> {
		const ordered = from
			.selectFrom('connector')
			.selectAll()
			.orderBy('carries', 'desc')
			.orderBy('priority')
			.orderBy('created_at')
			.orderBy('id');
		return Promise.all(
			(await ordered.execute()).map(async (row) => ({
				id: row.id,
				connectorId: row.connector_id,
				carries: row.carries,
				config: await sealer.open(placeOf(row.id), row.config),
				enabled: row.enabled === 1,
				priority: row.priority,
				...(row.countries && { countries: JSON.parse(row.countries) as CountryRule }),
				createdAt: row.created_at
			}))
		);
	}

	async function put(into: Executor, record: ConnectorRecord): Promise<void> {
		const { id } = record;
		const values = {
			connector_id: record.connectorId,
			carries: record.carries,
			config: await sealer.seal(placeOf(id), record.config),
			enabled: Number(record.enabled),
			priority: record.priority,
			countries: record.countries ? JSON.stringify(record.countries) : null,
			created_at: record.createdAt
		};
		await into
			.insertInto('connector')
			.values({ id, ...values })
			.onConflict((conflict) => conflict.column('id').doUpdateSet(values))
			.execute();
	}

	return {
		list: async () => (await recall('all', () => list(db))) ?? [],
		put: (record) => changes.change('connectors', (scope) => put(scope, record)),
		change: (decide) =>
			changes.change('connectors', async (scope) => {
				const before = await list(scope);
				const decided = decide(before);
				if (!decided.ok) return decided;
				const gone = before.filter(({ id }) => !decided.value.some((record) => record.id === id));
				for (const { id } of gone) await scope.deleteFrom('connector').where('id', '=', id).execute();
				for (const record of decided.value) if (!before.includes(record)) await put(scope, record);
				return decided;
			})
	};
}

function placeOf(id: string): string {
	return `connector/${id}`;
}
