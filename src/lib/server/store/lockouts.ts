// Failed attempts, counted before each attempt is examined, so that any number of parallel guesses stays bounded.
import type { LockoutStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { count } from './lockout-count.ts';
import { forgotten, givenBack, settle } from './lockout-settlement.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

export function createLockoutStore(db: Executor): LockoutStore {
	return {
		take: (attempts, at) =>
			atomically(db, async (scope) => {
				const counted = await count(scope, attempts, at);
				const taken = attempts.flatMap(({ key, rule }) => {
					const failures = counted.get(key);
					return failures === undefined ? [] : [{ key, rule, failures }];
				});
				const locked = attempts.filter(({ key }) => !counted.has(key));
				if (locked.length === 0) return { ok: true, taken };
				await settle(scope, taken.map(givenBack));
				// All of them have to end: whoever came back after the first would be refused again.
				let retryAfter = 0;
				for (const { key, rule } of locked) {
					retryAfter = Math.max(retryAfter, secondsUntil(await lockedUntilOf(scope, key), at, rule.longestWait));
				}
				return { ok: false, retryAfter };
			}),

		giveBack: (taken) => settle(db, taken.map(givenBack)),

		async retryAfter({ key, rule }, at) {
			const until = await lockedUntilOf(db, key);
			return until > at ? secondsUntil(until, at, rule.longestWait) : 0;
		},

		succeed: (whose, where) => settle(db, [...whose.map(forgotten), ...where.map(givenBack)]),

		forgive: (keys) => settle(db, keys.map(forgotten))
	};
}

const lockRow = prepared((db, later: Later<{ key: string }>) =>
	db.selectFrom('lockout').select('locked_until').where('key', '=', later('key'))
);

async function lockedUntilOf(db: Executor, key: string): Promise<number> {
	const [row] = (await lockRow(db, { key })).rows;
	return Number(row?.locked_until ?? 0);
}

/** A lock for good is told as the longest wait: what ends it is not for a stranger to know. */
function secondsUntil(until: number, at: number, longestWait: number): number {
	return Math.max(1, Math.min(Math.ceil((until - at) / 1000), longestWait));
}
