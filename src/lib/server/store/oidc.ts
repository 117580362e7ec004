// The provider's records, and its view of our interactions.
import { finishedAnswerMs } from '../core/interaction/state.ts';
import type { OidcPayload, OidcStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { freshState } from './interactions.ts';
import { toOidcRecord, toStoredId } from './oidc-rows.ts';
import { upsertAll } from './oidc-upsert.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

type Named = { model: string; id: string };

const findRow = prepared((db, later: Later<Named>) =>
	db
		.selectFrom('oidc_record')
		.select(['payload', 'consumed_at'])
		.where('model', '=', later('model'))
		.where('id', '=', later('id'))
);

const findRowWithGrant = prepared((db, later: Later<Named>) =>
	db
		.selectFrom('oidc_record')
		.select(['model', 'grant_id', 'payload', 'consumed_at'])
		.where((row) =>
			row.or([
				row.and([row('model', '=', later('model')), row('id', '=', later('id'))]),
				row.and([
					row('model', '=', 'Grant'),
					row(
						'grant_id',
						'=',
						row
							.selectFrom('oidc_record as token')
							.select('token.grant_id')
							.where('token.model', '=', later('model'))
							.where('token.id', '=', later('id'))
					)
				])
			])
		)
);

const consumeRow = prepared((db, later: Later<Named & { at: number }>) =>
	db
		.updateTable('oidc_record')
		.set({ consumed_at: later('at') })
		.where('model', '=', later('model'))
		.where('id', '=', later('id'))
		.where('consumed_at', 'is', null)
);

type Looked = { id: string; closedAfter: number };

const findInteractionRow = prepared((db, later: Later<Looked>) =>
	db
		.selectFrom('interaction')
		.select(['payload', 'result'])
		.where('id', '=', later('id'))
		.where((row) => row.or([row('closed_at', 'is', null), row('closed_at', '>', later('closedAfter'))]))
);

const closeInteractionRow = prepared((db, later: Later<Looked & { at: number }>) =>
	db
		.updateTable('interaction')
		.set((row) => ({ closed_at: row.fn.coalesce('closed_at', row.cast<number>(row.val(later('at')), 'bigint')) }))
		.where('id', '=', later('id'))
		.where((row) => row.or([row('closed_at', 'is', null), row('closed_at', '>', later('closedAfter'))]))
		.returning(['payload', 'result'])
);

/** `find` has no clock: the provider checks the expiry that it wrote into the payload. */
export function createOidcStore(db: Executor): OidcStore {
	const selectRecord = () => db.selectFrom('oidc_record').select(['payload', 'consumed_at']);
	return {
		upsert: async (model, id, payload, expiresAt) => void (await upsertAll(db, [{ model, id, payload, expiresAt }])),

		upsertAll: (records, consumed) => upsertAll(db, records, consumed),

		async find(model, id) {
			const [row] = (await findRow(db, { model, id: toStoredId(id) })).rows;
			return row && toOidcRecord(row, id);
		},

		async findWithGrant(model, id) {
			const { rows } = await findRowWithGrant(db, { model, id: toStoredId(id) });
			const own = rows.find((row) => row.model === model);
			const grant = rows.find((row) => row.model === 'Grant');
			return {
				record: own && toOidcRecord(own, id),
				grant: grant?.grant_id ? { id: grant.grant_id, record: toOidcRecord(grant, grant.grant_id) } : undefined
			};
		},

		/** While a session changes its id there are two rows of one uid: the newer one lasts longer. */
		async findByUid(uid) {
			const row = await selectRecord().where('uid', '=', uid).orderBy('expires_at', 'desc').executeTakeFirst();
			return row && toOidcRecord(row);
		},

		async findByUserCode(userCode) {
			const row = await selectRecord().where('user_code', '=', userCode).executeTakeFirst();
			return row && toOidcRecord(row);
		},

		async consume(model, id, at) {
			const { numAffectedRows } = await consumeRow(db, { model, id: toStoredId(id), at });
			return numAffectedRows === 1n;
		},

		async remove(model, id) {
			await db.deleteFrom('oidc_record').where('model', '=', model).where('id', '=', toStoredId(id)).execute();
		},

		async removeByGrant(grantId) {
			await db.deleteFrom('oidc_record').where('grant_id', '=', grantId).where('model', '!=', 'Grant').execute();
		},

		async grantsOf(accountId) {
			const rows = await selectRecord()
				.select('grant_id')
				.where('account_id', '=', accountId)
				.where('model', '=', 'Grant')
				.execute();
			return rows.map((row) => toOidcRecord(row, row.grant_id ?? undefined).payload);
		},

		async sessionsOf(accountId) {
			const rows = await selectRecord().where('account_id', '=', accountId).where('model', '=', 'Session').execute();
			return rows.map((row) => toOidcRecord(row).payload);
		},

		removeSession: (accountId, uid) => atomically(db, (scope) => removeSession(scope, accountId, uid)),

		async removeGrant(accountId, grantId) {
			const { numDeletedRows } = await db
				.deleteFrom('oidc_record')
				.where('account_id', '=', accountId)
				.where('grant_id', '=', grantId)
				.executeTakeFirstOrThrow();
			return numDeletedRows > 0n;
		},

		removeByAccountAndClient: (accountId, clientId) =>
			atomically(db, (scope) => removeByAccountAndClient(scope, accountId, clientId)),

		async upsertInteraction(id, clientId, payload, expiresAt) {
			const provided = { payload: JSON.stringify(payload), result: null, expires_at: expiresAt };
			await db
				.insertInto('interaction')
				.values({ id, client_id: clientId, state: freshState(payload), version: 0, ...provided })
				.onConflict((conflict) => conflict.column('id').doUpdateSet({ ...provided, closed_at: null }))
				.execute();
		},

		async findInteraction(id, at) {
			const [row] = (await findInteractionRow(db, { id, closedAfter: at - finishedAnswerMs })).rows;
			return row && withResult(JSON.parse(row.payload) as OidcPayload, row.result);
		},

		async closeInteraction(id, at) {
			const [row] = (await closeInteractionRow(db, { id, at, closedAfter: at - finishedAnswerMs })).rows;
			return row && withResult(JSON.parse(row.payload) as OidcPayload, row.result);
		}
	};
}

/** Which application a record belongs to is in its payload only: an account has few of them. A session is no one's. */
async function removeByAccountAndClient(scope: Executor, accountId: string, clientId: string): Promise<number> {
	const rows = await scope
		.selectFrom('oidc_record')
		.select(['model', 'id', 'payload'])
		.where('account_id', '=', accountId)
		.execute();
	const held = rows.filter(({ payload }) => (JSON.parse(payload) as OidcPayload).clientId === clientId);
	for (const { model, id } of held) {
		await scope.deleteFrom('oidc_record').where('model', '=', model).where('id', '=', id).execute();
	}
	return held.filter(({ model }) => model === 'Grant').length;
}

/** With the grants that came of it, and their tokens. */
async function removeSession(scope: Executor, accountId: string, uid: string): Promise<boolean> {
	const sessions = await scope
		.deleteFrom('oidc_record')
		.where('model', '=', 'Session')
		.where('account_id', '=', accountId)
		.where('uid', '=', uid)
		.returning('payload')
		.execute();
	const grants = sessions.flatMap(({ payload }) => {
		const { authorizations = {} } = JSON.parse(payload) as { authorizations?: Record<string, { grantId?: string }> };
		return Object.values(authorizations).flatMap(({ grantId }) => (grantId === undefined ? [] : [grantId]));
	});
	if (grants.length > 0) {
		const held = scope.deleteFrom('oidc_record').where('account_id', '=', accountId);
		const isGrant = grants.map(toStoredId);
		await held
			.where((row) =>
				row.or([row('grant_id', 'in', grants), row.and([row('model', '=', 'Grant'), row('id', 'in', isGrant)])])
			)
			.execute();
	}
	return sessions.length > 0;
}

/** As the provider's own `interactionResult` merges: what earlier prompts submitted stays, unless this is an error. */
function withResult(payload: OidcPayload, stored: string | null): OidcPayload {
	if (stored === null) return payload;
	const result = JSON.parse(stored) as Record<string, unknown>;
	const earlier = 'error' in result ? {} : (payload.lastSubmission as object | undefined);
	return { ...payload, result: { ...earlier, ...result } };
}
