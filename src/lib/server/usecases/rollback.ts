// How a step undoes its transaction.
import type { Problem } from '../../contract/problems.ts';

/** Undoes the transaction: without a problem the step is tried again, with one it is refused. */
export class Rollback extends Error {
	readonly problem: Problem | undefined;
	constructor(problem?: Problem) {
		super('rolled back');
		this.problem = problem;
	}
}
