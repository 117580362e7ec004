// The audit log: rows are added, and read by administrators. With an account goes where things were done from.
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { AuditEntry, AuditQuery, AuditStore, StoredAuditEntry } from '../usecases/ports.ts';
import { prepared, type Later } from './prepared.ts';
import type { Database, Executor } from './schema.ts';

type Parts = Omit<AuditEntry, 'details'> & { id: string; details?: string };

const insertRow = prepared((db, later: Later<Parts>) => db.insertInto('audit').values(rowOf(later)));

function rowOf(part: <Name extends keyof Parts>(name: Name) => Parts[Name]) {
	return {
		id: part('id'),
		key: part('key'),
		result: part('result'),
		error: part('error'),
		interaction_id: part('interactionId'),
		application_id: part('applicationId'),
		user_id: part('userId'),
		actor_id: part('actorId'),
		details: part('details'),
		ip: part('ip'),
		user_agent: part('userAgent'),
		created_at: part('at')
	};
}

export function createAuditStore(db: Executor): AuditStore {
	return {
		async append(...entries) {
			const parts = entries.map((entry): Parts => ({
				id: randomUUID(),
				...entry,
				details: entry.details && JSON.stringify(entry.details)
			}));
			const [only] = parts;
			if (parts.length === 1 && only) await insertRow(db, only);
			else if (only)
				await db
					.insertInto('audit')
					.values(parts.map((one) => rowOf((name) => one[name])))
					.execute();
		},

		async forgetPlaces(userId) {
			await db.updateTable('audit').set({ ip: null, user_agent: null }).where('user_id', '=', userId).execute();
		},

		async list({ limit, offset, ...query }) {
			const rows = await matching(db, query)
				.selectAll()
				.orderBy('created_at', 'desc')
				.orderBy('id', 'desc')
				.limit(limit)
				.offset(offset)
				.execute();
			return rows.map(toEntry);
		},

		async count(query) {
			const { total } = await matching(db, query)
				.select((row) => row.fn.countAll<number | string>().as('total'))
				.executeTakeFirstOrThrow();
			return Number(total);
		},

		async find(id) {
			const row = await db.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst();
			return row && toEntry(row);
		}
	};
}

function matching(db: Executor, { key, result, userId, applicationId, from, until }: AuditQuery) {
	return db
		.selectFrom('audit')
		.$if(key !== undefined, (query) =>
			// A range, so that `_` in a key is no wildcard: `/` follows `.` in ASCII.
			query.where((row) =>
				row.or([row('key', '=', key ?? ''), row.and([row('key', '>=', `${key}.`), row('key', '<', `${key}/`)])])
			)
		)
		.$if(result !== undefined, (query) => query.where('result', '=', result ?? 'Success'))
		.$if(userId !== undefined, (query) => query.where('user_id', '=', userId ?? ''))
		.$if(applicationId !== undefined, (query) => query.where('application_id', '=', applicationId ?? ''))
		.$if(from !== undefined, (query) => query.where('created_at', '>=', from ?? 0))
		.$if(until !== undefined, (query) => query.where('created_at', '<=', until ?? 0));
}

function toEntry(row: Selectable<Database['audit']>): StoredAuditEntry {
	return {
		id: row.id,
		key: row.key,
		result: row.result,
		error: row.error ?? undefined,
		interactionId: row.interaction_id ?? undefined,
		applicationId: row.application_id ?? undefined,
		userId: row.user_id ?? undefined,
		actorId: row.actor_id ?? undefined,
		details: row.details === null ? undefined : (JSON.parse(row.details) as Record<string, unknown>),
		ip: row.ip ?? undefined,
		userAgent: row.user_agent ?? undefined,
		at: row.created_at
	};
}
