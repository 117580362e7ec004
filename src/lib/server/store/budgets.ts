// How often something was done, in one row a key: read, decide, compare-and-swap. Doubt refuses.
import { decideTake } from '../core/rules/rolling-window.ts';
import type { BudgetStore } from '../usecases/ports.ts';
import { createQueues } from './queues.ts';
import type { Executor } from './schema.ts';

const tries = 5;
const mostWaiting = 200;
const refusedInDoubt = { ok: false, retryAfter: 1 } as const;

type Budget = { stamps: number[]; version: number };

export function createBudgetStore(db: Executor): BudgetStore {
	// Compare-and-swap settles it between processes; within one, taking turns spares it the lost rounds.
	const queues = createQueues(mostWaiting);
	return {
		async take(key, limits, at) {
			const answer = await queues.run(key, () => take(db, key, limits, at));
			return answer ?? refusedInDoubt;
		},
		async giveBack(key, at) {
			await queues.run(key, () => giveBack(db, key, at));
		}
	};
}

async function take(db: Executor, ...[key, limits, at]: Parameters<BudgetStore['take']>) {
	for (let attempt = 0; attempt < tries; attempt++) {
		const budget = await findBudget(db, key);
		const decision = decideTake(budget?.stamps ?? [], limits, at);
		if (!decision.allowed) return { ok: false, retryAfter: decision.retryAfter } as const;
		const { stamps, expiresAt } = decision;
		if (await saveBudget(db, key, budget, stamps, expiresAt)) return { ok: true } as const;
	}
	return refusedInDoubt;
}

async function giveBack(db: Executor, key: string, at: number): Promise<void> {
	for (let attempt = 0; attempt < tries; attempt++) {
		const budget = await findBudget(db, key);
		const place = budget?.stamps.indexOf(at) ?? -1;
		if (!budget || place < 0) return;
		if (await saveBudget(db, key, budget, budget.stamps.toSpliced(place, 1))) return;
	}
}

async function findBudget(db: Executor, key: string): Promise<Budget | undefined> {
	const row = await db
		.selectFrom('send_budget')
		.select(['stamps', 'version'])
		.where('key', '=', key)
		.executeTakeFirst();
	return row && { stamps: JSON.parse(row.stamps) as number[], version: row.version };
}

/** False when somebody else wrote in between. */
async function saveBudget(
	db: Executor,
	key: string,
	before: Budget | undefined,
	stamps: number[],
	expiresAt?: number
): Promise<boolean> {
	const values = { stamps: JSON.stringify(stamps), ...(expiresAt !== undefined && { expires_at: expiresAt }) };
	if (before) {
		const { numUpdatedRows } = await db
			.updateTable('send_budget')
			.set({ ...values, version: before.version + 1 })
			.where('key', '=', key)
			.where('version', '=', before.version)
			.executeTakeFirstOrThrow();
		return numUpdatedRows === 1n;
	}
	const inserted = await db
		.insertInto('send_budget')
		.values({ key, version: 0, expires_at: 0, ...values })
		.onConflict((conflict) => conflict.column('key').doNothing())
		.returning('key')
		.executeTakeFirst();
	return inserted !== undefined;
}
