// Several statements as one: in the transaction that is under way, or in one of their own.
import type { Executor } from './schema.ts';

const mostRuns = 2;
/** serialization_failure and deadlock_detected: PostgreSQL has undone everything and asks to try again. */
const mayRunAgain = new Set(['40001', '40P01']);

export async function atomically<Value>(db: Executor, run: (scope: Executor) => Promise<Value>): Promise<Value> {
	if (db.isTransaction) return run(db);
	for (let runs = 1; ; runs++) {
		try {
			return await db.transaction().setIsolationLevel('read committed').execute(run);
		} catch (error) {
			if (runs === mostRuns || !mayRunAgain.has(String((error as { code?: unknown }).code))) throw error;
		}
	}
}
