// Writes what one answer of the provider saves and uses up: one statement.
import { sql, type Insertable } from 'kysely';
import type { OidcSave } from '../usecases/ports.ts';
import { toOidcRow, toStoredId } from './oidc-rows.ts';
import { prepared, type Later } from './prepared.ts';
import type { Database, Executor } from './schema.ts';

type Row = Insertable<Database['oidc_record']>;

/** Of a record that is only used up: what it holds stays. A row that then holds nothing was not there any more. */
const nothing = '{}';

/**
 * All of the records or, when it fails, none. `consumed` is used up with them, if it is still there and was not before:
 * false where it was not, and then nothing that was written may be given to anybody.
 */
export async function upsertAll(
	db: Executor,
	records: OidcSave[],
	consumed?: { record: OidcSave; at: number }
): Promise<boolean> {
	const rows: Row[] = records.map((record) => ({ ...rowOf(record), consumed_at: null }));
	if (consumed) rows.push({ ...rowOf(consumed.record), payload: nothing, consumed_at: consumed.at });
	// Always in the same order, so that two of them never wait for each other crosswise.
	rows.sort((one, other) => (`${one.model} ${one.id}` < `${other.model} ${other.id}` ? -1 : 1));
	const upsert = upserts.get(rows.length) ?? prepareUpsert(rows.length);
	upserts.set(rows.length, upsert);
	const values = rows.flatMap((row, index) => columns.map((name) => [name + index, row[name]]));
	const { rows: written } = await upsert(db, Object.fromEntries(values) as Values);
	if (!consumed) return true;
	const { model, id } = rowOf(consumed.record);
	return written.some((row) => row.model === model && row.id === id && row.was_there === 1);
}

function rowOf(record: OidcSave): Row {
	return { model: record.model, id: toStoredId(record.id), ...toOidcRow(record) };
}

const columns = [
	'model',
	'id',
	'payload',
	'grant_id',
	'uid',
	'user_code',
	'account_id',
	'expires_at',
	'consumed_at'
] as const;

type Values = Record<string, string | number | null>;

/** One for each number of rows: an answer of the provider saves four at most. */
const upserts = new Map<number, ReturnType<typeof prepareUpsert>>();

function prepareUpsert(count: number) {
	return prepared((db, later: Later<Values>) => {
		const rowOf = (index: number) => Object.fromEntries(columns.map((name) => [name, later(name + index)])) as Row;
		return db
			.insertInto('oidc_record')
			.values(Array.from({ length: count }, (_, index) => rowOf(index)))
			.onConflict((conflict) =>
				conflict
					.columns(['model', 'id'])
					.doUpdateSet(({ ref }) => ({
						payload: sql<string>`case when excluded.consumed_at is null then excluded.payload else oidc_record.payload end`,
						grant_id: ref('excluded.grant_id'),
						uid: ref('excluded.uid'),
						user_code: ref('excluded.user_code'),
						account_id: ref('excluded.account_id'),
						expires_at: ref('excluded.expires_at'),
						consumed_at: sql<number | null>`coalesce(oidc_record.consumed_at, excluded.consumed_at)`
					}))
					.where(sql<boolean>`excluded.consumed_at is null or oidc_record.consumed_at is null`)
			)
			.returning([
				'model',
				'id',
				sql<number>`case when payload = ${sql.lit(nothing)} then 0 else 1 end`.as('was_there')
			]);
	});
}
