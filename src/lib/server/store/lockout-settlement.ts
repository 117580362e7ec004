// What becomes of counted attempts that were no failures: one statement for all of their rows.
import { sql, type RawBuilder } from 'kysely';
import type { TakenAttempt } from '../usecases/ports.ts';
import { inLockOrder } from './lockout-order.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

/** Of a row nothing is left, or one attempt fewer. */
export type Settled = { key: string; isForgotten: boolean; failures: number; threshold: number };

export function forgotten(key: string): Settled {
	return { key, isForgotten: true, failures: 0, threshold: 0 };
}

export function givenBack({ key, rule, failures }: TakenAttempt): Settled {
	return { key, isForgotten: false, failures, threshold: rule.threshold };
}

type Values = Record<string, string | number>;

/** One for each mixture: an account has three keys, a program may name many. */
const settlements = new Map<string, ReturnType<typeof prepareSettlement>>();

/** An upsert and not an update, because it locks the rows in the order in which they are named. */
export async function settle(db: Executor, rows: Settled[]): Promise<void> {
	if (rows.length === 0) return;
	const sorted = inLockOrder(rows);
	const mixture = sorted.map(({ isForgotten }) => (isForgotten ? 'forgotten' : 'given back'));
	const settlement = settlements.get(mixture.join()) ?? prepareSettlement(sorted.map(({ isForgotten }) => isForgotten));
	settlements.set(mixture.join(), settlement);
	const values = sorted.flatMap(({ key, failures, threshold }, index) => [
		[`key${index}`, key],
		[`failures${index}`, failures],
		[`threshold${index}`, threshold]
	]);
	await settlement(db, Object.fromEntries(values) as Values);
}

function prepareSettlement(areForgotten: boolean[]) {
	return prepared((db, later: Later<Values>) => {
		const fewer = sql<number>`case when lockout.failures > 0 then lockout.failures - 1 else 0 end`;
		// A lock goes with the attempt that brought it: nobody has come since, or without it the threshold is not reached.
		// One that others have brought meanwhile stays.
		const lockWithout = (index: number) => sql<number>`case
			when lockout.failures <= cast(${later(`threshold${index}`)} as bigint)
				or lockout.failures = cast(${later(`failures${index}`)} as bigint) then 0
			else lockout.locked_until end`;
		const byKey = (valueOf: (index: number) => RawBuilder<number>) =>
			sql<number>`case lockout.key ${sql.join(
				areForgotten.map(
					(isForgotten, index) => sql`when ${later(`key${index}`)} then ${isForgotten ? sql.lit(0) : valueOf(index)}`
				),
				sql` `
			)} end`;
		return db
			.insertInto('lockout')
			.values(
				areForgotten.map((_, index) => ({
					key: later(`key${index}`) as string,
					failures: 0,
					locked_until: 0,
					expires_at: 0
				}))
			)
			.onConflict((conflict) =>
				conflict.column('key').doUpdateSet({
					failures: byKey(() => fewer),
					locked_until: byKey(lockWithout),
					expires_at: byKey(() => sql`lockout.expires_at`)
				})
			);
	});
}
