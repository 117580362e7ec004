// Failed attempts, counted before each attempt is examined, so that any number of parallel guesses stays bounded.
import { sql, type RawBuilder } from 'kysely';
import type { LockoutRule, LockoutStore, TakenAttempt } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

/** Who was attacked for long is remembered for long; it takes a success to forget. */
const rememberedMs = 30 * 24 * 3600 * 1000;
/** JavaScript's last date: until somebody lifts it. */
const forGood = 8_640_000_000_000_000;

export function createLockoutStore(db: Executor): LockoutStore {
	return {
		take: (attempts) =>
			atomically(db, async (scope) => {
				const taken: TakenAttempt[] = [];
				for (const { key, rule, at } of attempts) {
					const forgetAt = at + (rule.window ? rule.window * 1000 : rememberedMs);
					const firstLock = rule.threshold <= 1 ? at + rule.firstWait * 1000 : 0;
					const [row] = (await takeBy(rule)(scope, { key, at, forgetAt, firstLock })).rows;
					if (row) {
						taken.push({ key, rule, at, failures: row.failures });
						continue;
					}
					await giveBackAll(scope, taken);
					return { ok: false, retryAfter: secondsUntil(await lockedUntilOf(scope, key), at, rule.longestWait) };
				}
				return { ok: true, taken };
			}),

		giveBack: (taken) => atomically(db, (scope) => giveBackAll(scope, taken)),

		async retryAfter({ key, rule, at }) {
			const until = await lockedUntilOf(db, key);
			return until > at ? secondsUntil(until, at, rule.longestWait) : 0;
		},

		// The rows in the order of `take`, one at a time: the other order could lock crosswise.
		succeed: (whose, where) =>
			atomically(db, async (scope) => {
				await forgiveRows(scope, whose);
				await giveBackAll(scope, where);
			}),

		forgive: (keys) => forgiveRows(db, keys)
	};
}

/** In the order of `take`, as above. */
async function giveBackAll(scope: Executor, taken: TakenAttempt[]): Promise<void> {
	for (const { key, rule, failures } of taken) {
		await giveBackRow(scope, { key, failures, threshold: rule.threshold });
	}
}

/** There are two rules, and new ones when an administrator changes them. */
const takes = new Map<string, ReturnType<typeof prepareTake>>();

function takeBy(rule: LockoutRule): ReturnType<typeof prepareTake> {
	const name = JSON.stringify(rule);
	const take = takes.get(name) ?? prepareTake(rule);
	takes.set(name, take);
	return take;
}

function prepareTake(rule: LockoutRule) {
	type Values = { key: string; at: number; forgetAt: number; firstLock: number };
	return prepared((db, later: Later<Values>) => {
		const isForgotten = sql<boolean>`lockout.expires_at <= ${later('at')}`;
		const failures = sql<number>`case when ${isForgotten} then 1 else lockout.failures + 1 end`;
		const forgetAt = later('forgetAt');
		return db
			.insertInto('lockout')
			.values({ key: later('key'), failures: 1, locked_until: later('firstLock'), expires_at: forgetAt })
			.onConflict((conflict) =>
				conflict
					.column('key')
					.doUpdateSet({
						failures,
						locked_until: lockedUntil(failures, rule, later('at')),
						// A window ends when it ends: with everybody's attempts in it, it would never.
						expires_at: rule.window
							? sql<number>`case when ${isForgotten} then ${forgetAt} else lockout.expires_at end`
							: forgetAt
					})
					.where('lockout.locked_until', '<=', later('at'))
			)
			.returning('failures');
	});
}

/**
 * A lock goes with the attempt that brought it: nobody has come since, or without it the threshold is not reached.
 * One that others have brought meanwhile stays.
 */
const giveBackRow = prepared((db, later: Later<{ key: string; failures: number; threshold: number }>) =>
	db
		.updateTable('lockout')
		.set((row) => ({
			failures: row('failures', '-', 1),
			locked_until: sql<number>`case
				when failures <= cast(${later('threshold')} as bigint) or failures = cast(${later('failures')} as bigint) then 0
				else locked_until end`
		}))
		.where('key', '=', later('key'))
		.where('failures', '>', 0)
);

/** One for each number of keys: an account has three, a program may name many. */
const forgives = new Map<number, ReturnType<typeof prepareForgive>>();

async function forgiveRows(db: Executor, keys: string[]): Promise<void> {
	if (keys.length === 0) return;
	const forgive = forgives.get(keys.length) ?? prepareForgive(keys.length);
	forgives.set(keys.length, forgive);
	await forgive(db, { ...keys });
}

function prepareForgive(count: number) {
	return prepared((db, later: Later<Record<number, string>>) =>
		db.deleteFrom('lockout').where(
			'key',
			'in',
			Array.from({ length: count }, (_, index) => later(index))
		)
	);
}

const lockRow = prepared((db, later: Later<{ key: string }>) =>
	db.selectFrom('lockout').select('locked_until').where('key', '=', later('key'))
);

/** One branch a failure from the threshold on: 30 s, 60 s, 120 s … up to the longest wait, then for good. */
function lockedUntil(failures: RawBuilder<number>, rule: LockoutRule, at: number): RawBuilder<number> {
	const { threshold, hardStop, firstWait, longestWait } = rule;
	const doublings = Math.max(0, Math.ceil(Math.log2(longestWait / firstWait)));
	const after = (seconds: number) => sql`cast(${at} as bigint) + ${sql.lit(seconds * 1000)}`;
	const branches = [
		...(hardStop === undefined ? [] : [sql`when ${failures} >= ${sql.lit(hardStop)} then ${sql.lit(forGood)}`]),
		...Array.from(
			{ length: doublings },
			(_, step) => sql`when ${failures} = ${sql.lit(threshold + step)} then ${after(firstWait * 2 ** step)}`
		)
	];
	return sql<number>`case ${sql.join(branches, sql` `)}
		when ${failures} >= ${sql.lit(threshold)} then ${after(longestWait)} else 0 end`;
}

async function lockedUntilOf(db: Executor, key: string): Promise<number> {
	const [row] = (await lockRow(db, { key })).rows;
	return Number(row?.locked_until ?? 0);
}

/** A lock for good is told as the longest wait: what ends it is not for a stranger to know. */
function secondsUntil(until: number, at: number, longestWait: number): number {
	return Math.max(1, Math.min(Math.ceil((until - at) / 1000), longestWait));
}
