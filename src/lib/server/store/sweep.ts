// Deletes what has expired, a bounded batch at a time so that requests come in between.
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { deviceKeptMs } from '../core/device.ts';
import { finishedAnswerMs } from '../core/interaction/state.ts';
import { deleteUnnamedPictures } from './pictures.ts';
import type { Executor } from './schema.ts';

const batch = 500;
/** A code that came too late is still told from one that never was. */
const explainExpiryMs = 10 * 60 * 1000;
/** Delivery receipts come for days, and operators ask what became of a message. */
const outboxKeptMs = 7 * 24 * 60 * 60 * 1000;
/** Administrators look for what became of a token. */
const oneTimeTokenKeptMs = 24 * 60 * 60 * 1000;

/** Whoever set up a webhook looks for what became of it; by then it is tried no more. */
const deliveryKeptMs = 7 * 24 * 60 * 60 * 1000;

/** Answers how many rows went. Audit entries are kept for `auditKeptMs`, without it for ever. */
export async function sweepExpired(db: Executor, now: number, auditKeptMs?: number): Promise<number> {
	let swept = 0;
	const tables = [
		deleteRecords,
		deleteInteractions,
		deleteSecrets,
		deleteOneTimeTokens,
		deleteAccountVerifications,
		deleteCounters,
		deleteLockouts,
		deleteOutbox,
		deleteDeliveries,
		deleteDevices,
		deletePictures
	];
	for (const deleteBatch of tables) {
		swept += await repeat(() => deleteBatch(db, now));
	}
	if (auditKeptMs !== undefined) swept += await repeat(() => deleteAudit(db, now - auditKeptMs));
	return swept;
}

async function repeat(deleteBatch: () => Promise<bigint>): Promise<number> {
	let total = 0;
	for (;;) {
		const deleted = Number(await deleteBatch());
		total += deleted;
		if (deleted < batch) return total;
		await letOthersRun();
	}
}

async function deleteRecords(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('oidc_record')
		.where(({ eb, refTuple, selectFrom }) =>
			eb(
				refTuple('model', 'id'),
				'in',
				selectFrom('oidc_record')
					.select(['model', 'id'])
					.where('expires_at', '<=', now)
					.limit(batch)
					.$asTuple('model', 'id')
			)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteInteractions(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('interaction')
		.where('id', 'in', (query) =>
			query
				.selectFrom('interaction')
				.select('id')
				.where((row) => row.or([row('expires_at', '<=', now), row('closed_at', '<=', now - finishedAnswerMs)]))
				.limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteSecrets(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('secret')
		.where('id', 'in', (query) =>
			query
				.selectFrom('secret')
				.select('id')
				.where('expires_at', '<=', now - explainExpiryMs)
				.limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteAccountVerifications(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('account_verification')
		.where('id', 'in', (query) =>
			query.selectFrom('account_verification').select('id').where('expires_at', '<=', now).limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteOneTimeTokens(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('one_time_token')
		.where('id', 'in', (query) =>
			query
				.selectFrom('one_time_token')
				.select('id')
				.where('expires_at', '<=', now - oneTimeTokenKeptMs)
				.limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteCounters(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('send_counter')
		.where('key', 'in', (query) =>
			query.selectFrom('send_counter').select('key').where('expires_at', '<=', now).limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteLockouts(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('lockout')
		.where('key', 'in', (query) =>
			query
				.selectFrom('lockout')
				.select('key')
				.where('expires_at', '<=', now)
				.where('locked_until', '<=', now)
				.limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteOutbox(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('outbox')
		.where('id', 'in', (query) =>
			query
				.selectFrom('outbox')
				.select('id')
				.where('created_at', '<=', now - outboxKeptMs)
				.limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteDeliveries(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('hook_delivery')
		.where('id', 'in', (query) =>
			query
				.selectFrom('hook_delivery')
				.select('id')
				.where('created_at', '<=', now - deliveryKeptMs)
				.limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

async function deleteDevices(db: Executor, now: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('device')
		.where('id', 'in', (query) =>
			query
				.selectFrom('device')
				.select('id')
				.where('last_used_at', '<=', now - deviceKeptMs)
				.where((row) => row(row.fn.coalesce('trusted_until', row.val(0)), '<=', now))
				.limit(batch)
		)
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}

const deletePictures = (db: Executor) => deleteUnnamedPictures(db, batch);

async function deleteAudit(db: Executor, until: number): Promise<bigint> {
	const { numDeletedRows } = await db
		.deleteFrom('audit')
		.where('id', 'in', (query) => query.selectFrom('audit').select('id').where('created_at', '<=', until).limit(batch))
		.executeTakeFirstOrThrow();
	return numDeletedRows;
}
