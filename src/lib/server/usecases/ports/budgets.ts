// How much was sent: what use cases need of its store. What may be sent is decided in `core/rules/sends`.
import type { Change } from '../../core/rules/sends/changes.ts';
import type { Tally } from '../../core/rules/sends/tally.ts';

export type { Change, Tally };

export type BudgetStore = {
	/**
	 * Adds to every counter, or to none, by one statement, and answers what each holds with it. Of any number of
	 * parallel counters each sees those before it.
	 */
	count(changes: Change[]): Promise<Map<string, Tally>>;
	/** Deletes what holds nothing at that time, unless something was counted since it was told. */
	drop(told: Map<string, Tally>, at: number): Promise<void>;
	/** All counters whose name begins so. */
	list(beginning: string): Promise<Map<string, Tally>>;
	/** Counted with whatever this process counts next, at no cost of its own; lost when it dies before. */
	countLater(changes: Change[]): void;
};
