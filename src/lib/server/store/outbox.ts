// What became of each message that was to be sent.
import type { OutboxEntry, OutboxStore } from '../usecases/ports.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

const settleRow = prepared((db, later: Later<OutboxEntry>) =>
	db
		.insertInto('outbox')
		.values({
			id: later('id'),
			carries: later('carries'),
			state: later('state'),
			connector_id: later('connectorId'),
			vendor_id: later('vendorId'),
			reason: later('reason'),
			detail: later('detail'),
			retry_at: later('retryAt'),
			created_at: later('createdAt'),
			settled_at: later('settledAt')
		})
		.onConflict((conflict) => conflict.column('id').doNothing())
);

export function createOutboxStore(db: Executor): OutboxStore {
	return {
		async settle(entry) {
			const { numAffectedRows } = await settleRow(db, entry);
			return numAffectedRows === 1n;
		},

		async find(ids) {
			const rows = await db.selectFrom('outbox').selectAll().where('id', 'in', ids).execute();
			return rows.map((row) => ({
				id: row.id,
				carries: row.carries,
				state: row.state,
				connectorId: row.connector_id ?? undefined,
				vendorId: row.vendor_id ?? undefined,
				reason: row.reason ?? undefined,
				detail: row.detail ?? undefined,
				retryAt: row.retry_at ?? undefined,
				createdAt: row.created_at,
				settledAt: row.settled_at
			}));
		},

		async receive({ vendorId, arrived, code, at }) {
			const { numUpdatedRows } = await db
				.updateTable('outbox')
				.set({ receipt: arrived ? 'arrived' : 'failed', receipt_code: code, receipt_at: at })
				.where('vendor_id', '=', vendorId)
				.where('receipt', 'is', null)
				.executeTakeFirstOrThrow();
			return Number(numUpdatedRows);
		},

		async sum(since) {
			const kinds = ['carries', 'state', 'connector_id', 'reason', 'receipt', 'receipt_code'] as const;
			const rows = await db
				.selectFrom('outbox')
				.select(kinds)
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.where('created_at', '>', since)
				.groupBy(kinds)
				.execute();
			return rows.map((row) => ({
				carries: row.carries,
				state: row.state,
				connectorId: row.connector_id ?? undefined,
				reason: row.reason ?? undefined,
				receipt: row.receipt ?? undefined,
				receiptCode: row.receipt_code ?? undefined,
				count: Number(row.count)
			}));
		}
	};
}
