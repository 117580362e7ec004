// Webhooks, their keys and headers sealed.
import type { Selectable } from 'kysely';
import type { Hook, HookChanges, HookStore } from '../usecases/ports.ts';
import type { ChangeWatch } from './change-watch.ts';
import { createHookDeliveries } from './hook-deliveries.ts';
import { remembered } from './remembered.ts';
import type { Sealer } from './sealer.ts';
import type { Database, Executor } from './schema.ts';

const whole = 'enabled';

export function createHookStore(db: Executor, sealer: Sealer, changes: ChangeWatch): HookStore {
	const recall = remembered<Hook[]>(() => changes.stampOf('hooks'));
	const select = () => db.selectFrom('hook').selectAll().orderBy('created_at', 'desc').orderBy('id');

	async function readAll(): Promise<Hook[]> {
		return Promise.all((await select().execute()).map((row) => toHook(row, sealer)));
	}

	return {
		list: readAll,

		enabled: async () => (await recall(whole, async () => (await readAll()).filter((hook) => hook.enabled))) ?? [],

		async find(id) {
			const row = await select().where('id', '=', id).executeTakeFirst();
			return row && toHook(row, sealer);
		},

		async insert(hook) {
			const row = { ...(await toColumns(hook.id, hook, sealer)), id: hook.id, created_at: hook.createdAt };
			await changes.change('hooks', (scope) => scope.insertInto('hook').values(row).execute());
		},

		async update(id, wanted) {
			const columns = await toColumns(id, wanted, sealer);
			const row = await changes.change('hooks', (scope) =>
				scope.updateTable('hook').set(columns).where('id', '=', id).returningAll().executeTakeFirst()
			);
			return row && toHook(row, sealer);
		},

		async remove(id) {
			const { numDeletedRows } = await changes.change('hooks', (scope) =>
				scope.deleteFrom('hook').where('id', '=', id).executeTakeFirstOrThrow()
			);
			return numDeletedRows === 1n;
		},

		...createHookDeliveries(db)
	};
}

async function toColumns<Given extends HookChanges>(id: string, hook: Given, sealer: Sealer) {
	const { name, events, config, signingKey, enabled } = hook;
	const columns = {
		...(name !== undefined && { name }),
		...(events && { events: JSON.stringify(events) }),
		// Its headers may hold a password of the receiver's.
		...(config && { config: await sealer.seal(`hook/${id}/config`, config) }),
		...(signingKey !== undefined && { signing_key: await sealer.seal(`hook/${id}`, signingKey) }),
		...(enabled !== undefined && { enabled: Number(enabled) })
	};
	return columns as Given extends Hook ? Required<typeof columns> : typeof columns;
}

async function toHook(row: Selectable<Database['hook']>, sealer: Sealer): Promise<Hook> {
	const [config, signingKey] = await Promise.all([
		sealer.open(`hook/${row.id}/config`, row.config),
		sealer.open(`hook/${row.id}`, row.signing_key)
	]);
	return {
		id: row.id,
		name: row.name,
		events: JSON.parse(row.events) as Hook['events'],
		config: config as Hook['config'],
		signingKey: signingKey as string,
		enabled: row.enabled === 1,
		createdAt: row.created_at
	};
}
