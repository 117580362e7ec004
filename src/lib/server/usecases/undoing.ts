// A change that is given up while it is being written: everything is undone, and why is the answer.
import type { Result } from '../../contract/result.ts';
import { Rollback } from './rollback.ts';

/** `run` throws a `Rollback` with its problem out of a transaction. */
export async function undoing<Value>(run: () => Promise<Result<Value>>): Promise<Result<Value>> {
	try {
		return await run();
	} catch (error) {
		if (error instanceof Rollback && error.problem) return { ok: false, problem: error.problem };
		throw error;
	}
}
