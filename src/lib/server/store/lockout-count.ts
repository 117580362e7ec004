// Counts an attempt against every key in one statement, and locks those that have had too many.
import { sql, type RawBuilder } from 'kysely';
import type { Attempt, LockoutRule } from '../usecases/ports.ts';
import { inLockOrder } from './lockout-order.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

/** Who was attacked for long is remembered for long; it takes a success to forget. */
const rememberedMs = 30 * 24 * 3600 * 1000;
/** JavaScript's last date: until somebody lifts it. */
const forGood = 8_640_000_000_000_000;

/** Each row is written only while it is not locked. Answers the failures of those that were. */
export async function count(scope: Executor, attempts: Attempt[], at: number): Promise<Map<string, number>> {
	const sorted = inLockOrder(attempts);
	const values = sorted.flatMap(({ key, rule }, index) => [
		[`key${index}`, key],
		[`forgetAt${index}`, at + (rule.window ? rule.window * 1000 : rememberedMs)],
		[`firstLock${index}`, rule.threshold <= 1 ? at + rule.firstWait * 1000 : 0]
	]);
	const { rows } = await countBy(sorted.map(({ rule }) => rule))(scope, { ...Object.fromEntries(values), at });
	return new Map(rows.map(({ key, failures }) => [key, failures]));
}

type Values = Record<string, string | number>;

/** There are two rules, and new ones when an administrator changes them. */
const counts = new Map<string, ReturnType<typeof prepareCount>>();

function countBy(rules: LockoutRule[]): ReturnType<typeof prepareCount> {
	const name = JSON.stringify(rules);
	const known = counts.get(name) ?? prepareCount(rules);
	counts.set(name, known);
	return known;
}

function prepareCount(rules: LockoutRule[]) {
	return prepared((db, later: Later<Values>) => {
		const number = (name: string) => sql<number>`cast(${later(name)} as bigint)`;
		const isForgotten = sql<boolean>`lockout.expires_at <= ${number('at')}`;
		const failures = sql<number>`case when ${isForgotten} then 1 else lockout.failures + 1 end`;
		const byKey = (valueOf: (rule: LockoutRule, index: number) => RawBuilder<number>) =>
			sql<number>`case lockout.key ${sql.join(
				rules.map((rule, index) => sql`when ${later(`key${index}`)} then ${valueOf(rule, index)}`),
				sql` `
			)} end`;
		return db
			.insertInto('lockout')
			.values(
				rules.map((_, index) => ({
					key: later(`key${index}`) as string,
					failures: 1,
					locked_until: later(`firstLock${index}`) as number,
					expires_at: later(`forgetAt${index}`) as number
				}))
			)
			.onConflict((conflict) =>
				conflict
					.column('key')
					.doUpdateSet({
						failures,
						locked_until: byKey((rule) => lockedUntil(failures, rule, number('at'))),
						// A window ends when it ends: with everybody's attempts in it, it would never.
						expires_at: byKey((rule, index) =>
							rule.window
								? sql`case when ${isForgotten} then ${number(`forgetAt${index}`)} else lockout.expires_at end`
								: number(`forgetAt${index}`)
						)
					})
					.where('lockout.locked_until', '<=', number('at'))
			)
			.returning(['key', 'failures']);
	});
}

/** From the threshold on 30 s, 60 s, 120 s … up to the longest wait, then for good. */
function lockedUntil(failures: RawBuilder<number>, rule: LockoutRule, at: RawBuilder<number>): RawBuilder<number> {
	const { threshold, hardStop, firstWait, longestWait } = rule;
	const doublings = Math.max(0, Math.ceil(Math.log2(longestWait / firstWait)));
	const waits = sql`cast(${sql.lit(firstWait * 1000)} as bigint) << cast(${failures} - ${sql.lit(threshold)} as integer)`;
	return sql<number>`case
		${hardStop === undefined ? sql`` : sql`when ${failures} >= ${sql.lit(hardStop)} then ${sql.lit(forGood)}`}
		when ${failures} >= ${sql.lit(threshold + doublings)} then ${at} + ${sql.lit(longestWait * 1000)}
		when ${failures} >= ${sql.lit(threshold)} then ${at} + (${waits})
		else 0 end`;
}
