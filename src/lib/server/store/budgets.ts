// How often something was done, in one row a key: read, decide, compare-and-swap. Doubt refuses.
import { decideTake } from '../core/rules/rolling-window.ts';
import type { BudgetStore, Want } from '../usecases/ports.ts';
import { createQueues, type Queues } from './queues.ts';
import type { Executor } from './schema.ts';

const tries = 5;
const mostWaiting = 200;
const refusedInDoubt = { ok: false, retryAfter: 1 } as const;

type Budget = { key: string; stamps: number[]; version: number };
type Row = Budget & { expiresAt: number };

export function createBudgetStore(db: Executor): BudgetStore {
	// Compare-and-swap settles it between processes; within one, taking turns spares it the lost rounds.
	const queues = createQueues(mostWaiting);
	const takeAll: BudgetStore['takeAll'] = async (wants, at) => {
		// Always in the same order, so that two takers never wait for each other crosswise.
		const sorted = wants.toSorted((one, other) => (one.key < other.key ? -1 : 1));
		const keys = sorted.map(({ key }) => key);
		const answer = await inTurn(queues, keys, () => take(db, sorted, at));
		return answer ?? refusedInDoubt;
	};
	return {
		take: (key, limits, at) => takeAll([{ key, limits }], at),
		takeAll,
		async giveBack(key, at) {
			await queues.run(key, () => giveBack(db, key, at));
		}
	};
}

function inTurn<Value>(queues: Queues, keys: string[], task: () => Promise<Value>): Promise<Value | undefined> {
	const [key, ...others] = keys;
	return key === undefined ? task() : queues.run(key, () => inTurn(queues, others, task));
}

/** What another process got in between is asked for again; what was taken by then goes back if that is refused. */
async function take(db: Executor, wants: Want[], at: number): ReturnType<BudgetStore['takeAll']> {
	let open = wants;
	const refuse = async (retryAfter: number) => {
		for (const { key } of wants) if (!open.some((want) => want.key === key)) await giveBack(db, key, at);
		return { ok: false, retryAfter } as const;
	};
	for (let attempt = 0; attempt < tries; attempt++) {
		const budgets = await findBudgets(db, open);
		const rows: Row[] = [];
		let wait = 0;
		for (const { key, limits } of open) {
			const before = budgets.find((budget) => budget.key === key);
			const decision = decideTake(before?.stamps ?? [], limits, at);
			if (!decision.allowed) wait = Math.max(wait, decision.retryAfter);
			else rows.push({ key, version: (before?.version ?? -1) + 1, ...decision });
		}
		if (wait > 0) return refuse(wait);
		const saved = await saveBudgets(db, rows);
		open = open.filter(({ key }) => !saved.has(key));
		if (open.length === 0) return { ok: true };
	}
	return refuse(refusedInDoubt.retryAfter);
}

async function giveBack(db: Executor, key: string, at: number): Promise<void> {
	for (let attempt = 0; attempt < tries; attempt++) {
		const [budget] = await findBudgets(db, [{ key }]);
		const place = budget?.stamps.indexOf(at) ?? -1;
		if (!budget || place < 0) return;
		const { numUpdatedRows } = await db
			.updateTable('send_budget')
			.set({ stamps: JSON.stringify(budget.stamps.toSpliced(place, 1)), version: budget.version + 1 })
			.where('key', '=', key)
			.where('version', '=', budget.version)
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 1n) return;
	}
}

async function findBudgets(db: Executor, wants: { key: string }[]): Promise<Budget[]> {
	const rows = await db
		.selectFrom('send_budget')
		.select(['key', 'stamps', 'version'])
		.where(
			'key',
			'in',
			wants.map(({ key }) => key)
		)
		.execute();
	return rows.map((row) => ({ ...row, stamps: JSON.parse(row.stamps) as number[] }));
}

/** Each row only over the version before it, or where there is none. Answers the keys that nobody else wrote in between. */
async function saveBudgets(db: Executor, rows: Row[]): Promise<Set<string>> {
	const saved = await db
		.insertInto('send_budget')
		.values(
			rows.map(({ key, stamps, version, expiresAt }) => ({
				key,
				stamps: JSON.stringify(stamps),
				version,
				expires_at: expiresAt
			}))
		)
		.onConflict((conflict) =>
			conflict
				.column('key')
				.doUpdateSet(({ ref }) => ({
					stamps: ref('excluded.stamps'),
					version: ref('excluded.version'),
					expires_at: ref('excluded.expires_at')
				}))
				.where(({ eb, ref }) => eb('send_budget.version', '=', eb(ref('excluded.version'), '-', 1)))
		)
		.returning('key')
		.execute();
	return new Set(saved.map(({ key }) => key));
}
