// What is to be told to webhooks: an outbox that several processes empty together.
import type { Selectable } from 'kysely';
import type { HookDelivery, HookStore } from '../usecases/ports.ts';
import type { Database, Executor } from './schema.ts';

type Deliveries = Pick<HookStore, 'enqueue' | 'claim' | 'settle' | 'recent' | 'countRecent'>;

export function createHookDeliveries(db: Executor): Deliveries {
	const ofHook = (hookId: string) => db.selectFrom('hook_delivery').where('hook_id', '=', hookId);
	return {
		async enqueue(deliveries) {
			if (deliveries.length === 0) return;
			await db.insertInto('hook_delivery').values(deliveries.map(toRow)).execute();
		},

		/** One conditional write: of several that ask at once, one gets a delivery. */
		async claim({ at, until, limit }) {
			const rows = await db
				.updateTable('hook_delivery')
				.set((row) => ({ next_at: until, attempts: row('attempts', '+', 1) }))
				.where('status', '=', 'pending')
				.where('next_at', '<=', at)
				.where('id', 'in', (query) =>
					query
						.selectFrom('hook_delivery')
						.select('id')
						.where('status', '=', 'pending')
						.where('next_at', '<=', at)
						.orderBy('next_at')
						.limit(limit)
				)
				.returningAll()
				.execute();
			return rows.map(toDelivery);
		},

		async settle(delivery) {
			const { id, ...row } = toRow(delivery);
			await db.updateTable('hook_delivery').set(row).where('id', '=', id).execute();
		},

		async recent(hookId, { limit, offset }) {
			const rows = await ofHook(hookId)
				.selectAll()
				.orderBy('created_at', 'desc')
				.orderBy('id')
				.limit(limit)
				.offset(offset)
				.execute();
			return rows.map(toDelivery);
		},

		async countRecent(hookId) {
			const { total } = await ofHook(hookId)
				.select((row) => row.fn.countAll<number | string>().as('total'))
				.executeTakeFirstOrThrow();
			return Number(total);
		}
	};
}

function toRow(delivery: HookDelivery) {
	return {
		id: delivery.id,
		hook_id: delivery.hookId,
		event: delivery.event,
		body: delivery.body,
		status: delivery.status,
		attempts: delivery.attempts,
		next_at: delivery.nextAt,
		response_status: delivery.responseStatus ?? null,
		error: delivery.error ?? null,
		created_at: delivery.createdAt
	};
}

function toDelivery(row: Selectable<Database['hook_delivery']>): HookDelivery {
	return {
		id: row.id,
		hookId: row.hook_id,
		event: row.event,
		body: row.body,
		status: row.status,
		attempts: row.attempts,
		nextAt: row.next_at,
		responseStatus: row.response_status ?? undefined,
		error: row.error ?? undefined,
		createdAt: row.created_at
	};
}
