// Failed attempts, counted before each attempt is examined, so that any number of parallel guesses stays bounded.
import { sql, type RawBuilder } from 'kysely';
import type { LockoutStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

/** Who was attacked for long is remembered for long; it takes a success to forget. */
const rememberedMs = 30 * 24 * 3600 * 1000;
/** JavaScript's last date: until somebody lifts it. */
const forGood = 8_640_000_000_000_000;

export function createLockoutStore(db: Executor): LockoutStore {
	return {
		async take({ key, rule, at }) {
			const forgetAt = at + (rule.window ? rule.window * 1000 : rememberedMs);
			const first = { failures: 1, locked_until: rule.threshold <= 1 ? at + rule.firstWait * 1000 : 0 };
			const isForgotten = sql<boolean>`lockout.expires_at <= ${at}`;
			const failures = sql<number>`case when ${isForgotten} then 1 else lockout.failures + 1 end`;
			const taken = await db
				.insertInto('lockout')
				.values({ key, ...first, expires_at: forgetAt })
				.onConflict((conflict) =>
					conflict
						.column('key')
						.doUpdateSet({ failures, locked_until: lockedUntil(failures, rule, at), expires_at: forgetAt })
						.where('lockout.locked_until', '<=', at)
				)
				.returning('failures')
				.executeTakeFirst();
			if (taken) return { ok: true };
			return { ok: false, retryAfter: secondsUntil(await lockedUntilOf(db, key), at, rule.longestWait) };
		},

		async retryAfter({ key, rule, at }) {
			const until = await lockedUntilOf(db, key);
			return until > at ? secondsUntil(until, at, rule.longestWait) : 0;
		},

		async forgive(keys) {
			if (keys.length > 0) await db.deleteFrom('lockout').where('key', 'in', keys).execute();
		},

		async giveBack(key) {
			await db
				.updateTable('lockout')
				.set((row) => ({ failures: row('failures', '-', 1), locked_until: 0 }))
				.where('key', '=', key)
				.where('failures', '>', 0)
				.execute();
		}
	};
}

type Rule = Parameters<LockoutStore['take']>[0]['rule'];

/** One branch a failure from the threshold on: 30 s, 60 s, 120 s … up to the longest wait, then for good. */
function lockedUntil(failures: RawBuilder<number>, rule: Rule, at: number): RawBuilder<number> {
	const { threshold, hardStop, firstWait, longestWait } = rule;
	const doublings = Math.max(0, Math.ceil(Math.log2(longestWait / firstWait)));
	const branches = [
		...(hardStop === undefined ? [] : [sql`when ${failures} >= ${sql.lit(hardStop)} then ${sql.lit(forGood)}`]),
		...Array.from({ length: doublings }, (_, step) => {
			const until = at + firstWait * 2 ** step * 1000;
			return sql`when ${failures} = ${sql.lit(threshold + step)} then cast(${until} as bigint)`;
		})
	];
	return sql<number>`case ${sql.join(branches, sql` `)}
		when ${failures} >= ${sql.lit(threshold)} then cast(${at + longestWait * 1000} as bigint) else 0 end`;
}

async function lockedUntilOf(db: Executor, key: string): Promise<number> {
	const row = await db.selectFrom('lockout').select('locked_until').where('key', '=', key).executeTakeFirst();
	return Number(row?.locked_until ?? 0);
}

/** A lock for good is told as the longest wait: what ends it is not for a stranger to know. */
function secondsUntil(until: number, at: number, longestWait: number): number {
	return Math.max(1, Math.min(Math.ceil((until - at) / 1000), longestWait));
}
