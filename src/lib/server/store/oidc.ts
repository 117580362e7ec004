// The provider's records, and its view of our interactions.
import type { Insertable } from 'kysely';
import { finishedAnswerMs } from '../core/interaction/state.ts';
import type { OidcPayload, OidcSave, OidcStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { freshState } from './interactions.ts';
import { toOidcRecord, toOidcRow, toStoredId } from './oidc-rows.ts';
import { prepared, type Later } from './prepared.ts';
import type { Database, Executor } from './schema.ts';

type Named = { model: string; id: string };

const findRow = prepared((db, later: Later<Named>) =>
	db
		.selectFrom('oidc_record')
		.select(['payload', 'consumed_at'])
		.where('model', '=', later('model'))
		.where('id', '=', later('id'))
);

const consumeRow = prepared((db, later: Later<Named & { at: number }>) =>
	db
		.updateTable('oidc_record')
		.set({ consumed_at: later('at') })
		.where('model', '=', later('model'))
		.where('id', '=', later('id'))
		.where('consumed_at', 'is', null)
);

const findInteractionRow = prepared((db, later: Later<{ id: string; closedAfter: number }>) =>
	db
		.selectFrom('interaction')
		.select(['payload', 'result'])
		.where('id', '=', later('id'))
		.where((row) => row.or([row('closed_at', 'is', null), row('closed_at', '>', later('closedAfter'))]))
);

/** `find` has no clock: the provider checks the expiry that it wrote into the payload. */
export function createOidcStore(db: Executor): OidcStore {
	const selectRecord = () => db.selectFrom('oidc_record').select(['payload', 'consumed_at']);
	return {
		upsert: (model, id, payload, expiresAt) => upsertAll(db, [{ model, id, payload, expiresAt }]),

		upsertAll: (records) => upsertAll(db, records),

		async find(model, id) {
			const [row] = (await findRow(db, { model, id: toStoredId(id) })).rows;
			return row && toOidcRecord(row, id);
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
			await db.deleteFrom('oidc_record').where('grant_id', '=', grantId).execute();
		},

		async grantsOf(accountId) {
			const rows = await selectRecord().where('account_id', '=', accountId).where('model', '=', 'Grant').execute();
			return rows.map((row) => toOidcRecord(row).payload);
		},

		removeByAccountAndClient: (accountId, clientId) =>
			atomically(db, (scope) => removeByAccountAndClient(scope, accountId, clientId)),

		async upsertInteraction(id, clientId, payload, expiresAt) {
			const provided = { payload: JSON.stringify(payload), result: null, expires_at: expiresAt };
			await db
				.insertInto('interaction')
				.values({ id, client_id: clientId, state: freshState(payload), version: 0, ...provided })
				.onConflict((conflict) => conflict.column('id').doUpdateSet(provided))
				.execute();
		},

		async findInteraction(id, at) {
			const [row] = (await findInteractionRow(db, { id, closedAfter: at - finishedAnswerMs })).rows;
			return row && withResult(JSON.parse(row.payload) as OidcPayload, row.result);
		},

		async closeInteraction(id, at) {
			await db
				.updateTable('interaction')
				.set({ closed_at: at })
				.where('id', '=', id)
				.where('closed_at', 'is', null)
				.execute();
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

/** Always in the same order, so that two of them never wait for each other crosswise. */
async function upsertAll(db: Executor, records: OidcSave[]): Promise<void> {
	const rows = records
		.map(({ model, id, payload, expiresAt }) => ({
			model,
			id: toStoredId(id),
			...toOidcRow(id, payload, expiresAt)
		}))
		.sort((one, other) => (`${one.model} ${one.id}` < `${other.model} ${other.id}` ? -1 : 1));
	const upsert = upserts.get(rows.length) ?? prepareUpsert(rows.length);
	upserts.set(rows.length, upsert);
	await upsert(db, Object.fromEntries(rows.flatMap((row, index) => columns.map((name) => [name + index, row[name]]))));
}

const columns = ['model', 'id', 'payload', 'grant_id', 'uid', 'user_code', 'account_id', 'expires_at'] as const;

/** One for each number of rows: an answer of the provider saves four at most. */
const upserts = new Map<number, ReturnType<typeof prepareUpsert>>();

function prepareUpsert(count: number) {
	type Values = Record<string, string | number | null>;
	return prepared((db, later: Later<Values>) => {
		const rowOf = (index: number) => Object.fromEntries(columns.map((name) => [name, later(name + index)]));
		const rows = Array.from({ length: count }, (_, index) => rowOf(index) as Insertable<Database['oidc_record']>);
		return db
			.insertInto('oidc_record')
			.values(rows)
			.onConflict((conflict) =>
				conflict.columns(['model', 'id']).doUpdateSet(({ ref }) => ({
					payload: ref('excluded.payload'),
					grant_id: ref('excluded.grant_id'),
					uid: ref('excluded.uid'),
					user_code: ref('excluded.user_code'),
					account_id: ref('excluded.account_id'),
					expires_at: ref('excluded.expires_at')
				}))
			);
	});
}

/** As the provider's own `interactionResult` merges: what earlier prompts submitted stays, unless this is an error. */
function withResult(payload: OidcPayload, stored: string | null): OidcPayload {
	if (stored === null) return payload;
	const result = JSON.parse(stored) as Record<string, unknown>;
	const earlier = 'error' in result ? {} : (payload.lastSubmission as object | undefined);
	return { ...payload, result: { ...earlier, ...result } };
}
