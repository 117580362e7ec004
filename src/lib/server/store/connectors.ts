// Configured connectors; their configuration holds keys of the vendor's and is sealed.
import type { ConnectorStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import type { Sealer } from './sealer.ts';
import type { Executor } from './schema.ts';
import { takeTurn } from './take-turn.ts';

export function createConnectorStore(db: Executor, sealer: Sealer): ConnectorStore {
	return {
		async list() {
			const rows = await db.selectFrom('connector').selectAll().orderBy('created_at').orderBy('id').execute();
			return Promise.all(
				rows.map(async (row) => ({
					id: row.id,
					connectorId: row.connector_id,
					carries: row.carries,
					config: await sealer.open(placeOf(row.id), row.config),
					enabled: row.enabled === 1,
					createdAt: row.created_at
				}))
			);
		},

		async put(record) {
			const { id, carries } = record;
			const values = {
				connector_id: record.connectorId,
				carries,
				config: await sealer.seal(placeOf(id), record.config),
				enabled: Number(record.enabled),
				created_at: record.createdAt
			};
			await atomically(db, async (scope) => {
				await takeTurn(scope, 'connectors');
				if (record.enabled) {
					const others = scope.deleteFrom('connector').where('carries', '=', carries).where('id', '!=', id);
					await others.where('enabled', '=', 1).execute();
				}
				await scope
					.insertInto('connector')
					.values({ id, ...values })
					.onConflict((conflict) => conflict.column('id').doUpdateSet(values))
					.execute();
			});
		}
	};
}

function placeOf(id: string): string {
	return `connector/${id}`;
}
