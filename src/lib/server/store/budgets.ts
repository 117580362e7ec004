// What was sent, in one row a counter. Counting is one statement, whatever the number of counters: who comes second sees
// who came first, on every row, and no decision is made here.
import { sql } from 'kysely';
import { isNothing, shortenStamps, type Tally } from '../core/rules/sends/tally.ts';
import type { BudgetStore, Change } from '../usecases/ports.ts';
import { prepared, type Later } from './prepared.ts';
import type { Database, Executor } from './schema.ts';

/** Somebody who is refused again and again makes a row longer; past this it is written anew. */
const longestStamps = 2_000;

export function createBudgetStore(db: Executor): BudgetStore {
	let postponed: Change[] = [];
	return {
		countLater(changes) {
			postponed = merge([...postponed, ...changes]);
		},
		async list(beginning) {
			const rows = await db.selectFrom('send_counter').selectAll().where('key', 'like', `${beginning}%`).execute();
			return new Map(rows.map((row) => [row.key, toTally(row)]));
		},
		async drop(told, at) {
			const empty = [...told].filter(([, tally]) => isNothing(tally, at));
			if (empty.length === 0) return;
			const values = empty.map(([key, tally], index) => numbered({ key, ...toColumns(tally) }, index));
			await dropRows(empty.length)(db, Object.assign({}, ...values) as Values);
		},
		async count(changes) {
			if (changes.length === 0) return new Map();
			// Always in the same order, so that two counters never wait for each other crosswise.
			const added = postponed;
			const sorted = merge([...changes, ...added]).toSorted((one, other) => (one.key < other.key ? -1 : 1));
			postponed = [];
			const { rows } = await countRows(sorted.length)(db, valuesOf(sorted)).catch((error: unknown) => {
				postponed = merge([...added, ...postponed]);
				throw error;
			});
			for (const row of rows) {
				const since = sorted.find(({ key }) => key === row.key)?.keepSince;
				if (since !== undefined && row.stamps.length > longestStamps) await shorten(db, row, since);
			}
			return new Map(rows.map((row) => [row.key, toTally(row)]));
		}
	};
}

/** One change a row: a statement may not touch a row twice. */
function merge(changes: Change[]): Change[] {
	const byKey = new Map<string, Change>();
	for (const change of changes) {
		const known = byKey.get(change.key);
		byKey.set(change.key, known ? { ...known, ...sumOf(known, change) } : change);
	}
	return [...byKey.values()];
}

function sumOf(one: Change, other: Change) {
	return {
		stamps: `${one.stamps ?? ''}${other.stamps ?? ''}`,
		slice: Math.max(one.slice ?? 0, other.slice ?? 0),
		sent: (one.sent ?? 0) + (other.sent ?? 0),
		converted: (one.converted ?? 0) + (other.converted ?? 0),
		blockedUntil: Math.max(one.blockedUntil ?? 0, other.blockedUntil ?? 0),
		expiresAt: Math.max(one.expiresAt, other.expiresAt)
	};
}

type Row = Database['send_counter'];

const countRows = bySize(prepareCount);
const dropRows = bySize(prepareDrop);

/** One for each number of counters: a few numbers, as messages differ by channel only. */
function bySize<Statement>(prepare: (size: number) => Statement): (size: number) => Statement {
	const known = new Map<number, Statement>();
	return (size) => {
		const statement = known.get(size) ?? prepare(size);
		known.set(size, statement);
		return statement;
	};
}

type Values = Record<string, string | number>;

function valuesOf(changes: Change[]): Values {
	return Object.fromEntries(
		changes.flatMap((change, index) => [
			[`key${index}`, change.key],
			[`stamps${index}`, change.stamps ?? ''],
			[`slice${index}`, change.slice ?? 0],
			[`sent${index}`, change.sent ?? 0],
			[`converted${index}`, change.converted ?? 0],
			[`blockedUntil${index}`, change.blockedUntil ?? 0],
			[`expiresAt${index}`, change.expiresAt]
		])
	);
}

function prepareCount(size: number) {
	return prepared((db, later: Later<Values>) =>
		db
			.insertInto('send_counter')
			.values(
				Array.from({ length: size }, (_, index) => ({
					key: later(`key${index}`) as string,
					stamps: later(`stamps${index}`) as string,
					slice: later(`slice${index}`) as number,
					current: later(`sent${index}`) as number,
					previous: 0,
					converted: later(`converted${index}`) as number,
					converted_before: 0,
					blocked_until: later(`blockedUntil${index}`) as number,
					expires_at: later(`expiresAt${index}`) as number
				}))
			)
			.onConflict((conflict) =>
				conflict.column('key').doUpdateSet({
					stamps: sql<string>`send_counter.stamps || excluded.stamps`,
					slice: larger('slice'),
					current: moved('current', 'current'),
					previous: left('previous', 'current'),
					converted: moved('converted', 'converted'),
					converted_before: left('converted_before', 'converted'),
					blocked_until: larger('blocked_until'),
					expires_at: larger('expires_at')
				})
			)
			.returningAll()
	);
}

const columns = [
	'key',
	'stamps',
	'slice',
	'current',
	'previous',
	'converted',
	'converted_before',
	'blocked_until'
] as const;

function numbered(row: Pick<Row, (typeof columns)[number]>, index: number): Values {
	return Object.fromEntries(columns.map((column) => [`${column}${index}`, row[column]]));
}

/** Only what still says the same: whoever counts in between keeps the row. */
function prepareDrop(size: number) {
	return prepared((db, later: Later<Values>) =>
		db.deleteFrom('send_counter').where((where) => {
			const rows = Array.from({ length: size }, (_, index) =>
				where.and(columns.map((column) => where(column, '=', later(`${column}${index}`))))
			);
			return where.or(rows);
		})
	);
}

function larger(column: 'slice' | 'blocked_until' | 'expires_at') {
	const [old, added] = [sql.ref(`send_counter.${column}`), sql.ref(`excluded.${column}`)];
	return sql<number>`case when ${added} > ${old} then ${added} else ${old} end`;
}

/** Adds within a stretch, and begins a new one; a clock that lags behind counts into the one that has begun. */
function moved(column: 'current' | 'converted', added: 'current' | 'converted') {
	const old = sql.ref(`send_counter.${column}`);
	const more = sql.ref(`excluded.${added}`);
	return sql<number>`case when excluded.slice > send_counter.slice then ${more} else ${old} + ${more} end`;
}

/** What the stretch before holds, once another begins. */
function left(column: 'previous' | 'converted_before', from: 'current' | 'converted') {
	return sql<number>`case
		when excluded.slice <= send_counter.slice then ${sql.ref(`send_counter.${column}`)}
		when excluded.slice = send_counter.slice + 1 then ${sql.ref(`send_counter.${from}`)}
		else 0 end`;
}

/** Only over what was read; whoever comes in between leaves it to the next. */
async function shorten(db: Executor, { key, stamps }: Row, since: number): Promise<void> {
	await db
		.updateTable('send_counter')
		.set({ stamps: shortenStamps(stamps, since) })
		.where('key', '=', key)
		.where('stamps', '=', stamps)
		.execute();
}

function toTally({ stamps, slice, current, previous, converted, ...row }: Row): Tally {
	return {
		stamps,
		slice,
		current,
		previous,
		converted,
		convertedBefore: row.converted_before,
		blockedUntil: row.blocked_until
	};
}

function toColumns({ convertedBefore, blockedUntil, ...same }: Tally): Omit<Row, 'key' | 'expires_at'> {
	return { ...same, converted_before: convertedBefore, blocked_until: blockedUntil };
}
