// How much may be sent: what use cases need of its store.

export type Limit = { count: number; seconds: number };

/** One unit of a budget, which every rolling window of `limits` must have left. */
export type Want = { key: string; limits: Limit[] };

export type BudgetStore = {
	/**
	 * Takes one unit from every rolling window of `limits` for `key`, or none.
	 * `retryAfter` is in whole seconds, at least 1. Safe under any number of parallel takers.
	 */
	take(key: string, limits: Limit[], at: number): Promise<{ ok: true } | { ok: false; retryAfter: number }>;
	/** The same of several keys at once: one unit of each, or none of any. `retryAfter` is the longest wait. */
	takeAll(wants: Want[], at: number): ReturnType<BudgetStore['take']>;
	/** Gives back the unit taken at `at` (the message was provably not accepted). */
	giveBack(key: string, at: number): Promise<void>;
};
