// One-time tokens. Using one up is a single conditional write: of any number of users, one is the first.
import type { ExpressionBuilder, Selectable } from 'kysely';
import type { OneTimeToken, OneTimeTokenRefusal, OneTimeTokenStatus, OneTimeTokenStore } from '../usecases/ports.ts';
import type { Database, Executor } from './schema.ts';

type Row = Selectable<Database['one_time_token']>;

export function createOneTimeTokenStore(db: Executor): OneTimeTokenStore {
	return {
		async insert({ id, digest, email, interactionEvent, createdAt, expiresAt }) {
			await db
				.insertInto('one_time_token')
				.values({
					id,
					digest,
					email,
					interaction_event: interactionEvent,
					created_at: createdAt,
					expires_at: expiresAt
				})
				.execute();
		},

		async find(id) {
			const row = await db.selectFrom('one_time_token').selectAll().where('id', '=', id).executeTakeFirst();
			return row && toToken(row);
		},

		async list({ email, status, at, limit, offset }) {
			const chosen = db
				.selectFrom('one_time_token')
				.$if(email !== undefined, (query) => query.where('email', '=', email ?? ''))
				.$if(status !== undefined, (query) => query.where((row) => hasStatus(row, status ?? 'active', at)));
			const { total } = await chosen
				.select((row) => row.fn.countAll<number | string>().as('total'))
				.executeTakeFirstOrThrow();
			const rows = await chosen
				.selectAll()
				.orderBy('created_at', 'desc')
				.orderBy('id', 'desc')
				.limit(limit)
				.offset(offset)
				.execute();
			return { items: rows.map(toToken), total: Number(total) };
		},

		async consume({ digest, email, event, at }) {
			const row = await db
				.updateTable('one_time_token')
				.set({ consumed_at: at })
				.where('digest', '=', digest)
				.where('email', '=', email)
				.where((token) => hasStatus(token, 'active', at))
				.$if(event !== undefined, (query) => query.where((token) => fits(token, event)))
				.returningAll()
				.executeTakeFirst();
			if (row) return { ok: true, token: toToken(row) };
			const found = await db.selectFrom('one_time_token').selectAll().where('digest', '=', digest).executeTakeFirst();
			if (found && found.email !== email) return { ok: false, outcome: 'email_mismatch' };
			return { ok: false, outcome: explain(found, at) ?? 'interaction_event_mismatch' };
		},

		async close(id, status, at) {
			const row = await db
				.updateTable('one_time_token')
				.set(status === 'consumed' ? { consumed_at: at } : { revoked_at: at })
				.where('id', '=', id)
				.where((token) => hasStatus(token, 'active', at))
				.returningAll()
				.executeTakeFirst();
			if (row) return { ok: true, token: toToken(row) };
			const found = await db.selectFrom('one_time_token').selectAll().where('id', '=', id).executeTakeFirst();
			return { ok: false, outcome: explain(found, at) ?? 'token_not_found' };
		},

		async remove(id) {
			const { numDeletedRows } = await db.deleteFrom('one_time_token').where('id', '=', id).executeTakeFirstOrThrow();
			return numDeletedRows === 1n;
		}
	};
}

/** One for no journey in particular opens every one but a recovery: who asked for it had not forgotten anything. */
function fits(token: ExpressionBuilder<Database, 'one_time_token'>, event: OneTimeToken['interactionEvent']) {
	const isMadeForIt = token('interaction_event', '=', event ?? null);
	return event === 'ForgotPassword' ? isMadeForIt : token.or([isMadeForIt, token('interaction_event', 'is', null)]);
}

/** In the order of `statusOf`: what was used or revoked stays so after its time. */
function hasStatus(row: ExpressionBuilder<Database, 'one_time_token'>, status: OneTimeTokenStatus, at: number) {
	if (status === 'consumed') return row('consumed_at', 'is not', null);
	const isUnused = row('consumed_at', 'is', null);
	if (status === 'revoked') return row.and([isUnused, row('revoked_at', 'is not', null)]);
	const isOpen = row.and([isUnused, row('revoked_at', 'is', null)]);
	return row.and([isOpen, row('expires_at', status === 'active' ? '>' : '<=', at)]);
}

/** Why nothing was written. */
function explain(row: Row | undefined, at: number): OneTimeTokenRefusal | undefined {
	if (!row) return 'token_not_found';
	if (row.consumed_at !== null) return 'token_consumed';
	if (row.revoked_at !== null) return 'token_revoked';
	return row.expires_at <= at ? 'token_expired' : undefined;
}

function toToken(row: Row): OneTimeToken {
	return {
		id: row.id,
		email: row.email,
		interactionEvent: row.interaction_event ?? undefined,
		createdAt: row.created_at,
		expiresAt: row.expires_at,
		consumedAt: row.consumed_at ?? undefined,
		revokedAt: row.revoked_at ?? undefined
	};
}
