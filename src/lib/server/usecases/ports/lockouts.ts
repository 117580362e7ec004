// Failed attempts: what use cases need of their store.

export type LockoutRule = {
	/** Failures up to which there is no wait, and from which only another proof or an operator lifts the lock. */
	threshold: number;
	hardStop?: number;
	/** Seconds; each further failure doubles the wait. */
	firstWait: number;
	longestWait: number;
	/** Seconds after the first attempt when all are forgotten; without one, a month after the last. */
	window?: number;
};

export type Attempt = { key: string; rule: LockoutRule };

/** `failures` is what the key had with this attempt. */
export type TakenAttempt = Attempt & { failures: number };

export type LockoutStore = {
	/**
	 * Counts an attempt as failed, for every key or for none, before it is examined: one conditional write.
	 * Refuses while one of the keys is locked, and answers the wait of the first that is.
	 */
	take(
		attempts: Attempt[],
		at: number
	): Promise<{ ok: true; taken: TakenAttempt[] } | { ok: false; retryAfter: number }>;
	/** They were no failures: their keys are as if they had not been taken, whatever was taken meanwhile. */
	giveBack(taken: TakenAttempt[]): Promise<void>;
	/** Whole seconds for which the key is still locked; 0 when it is not. */
	retryAfter(attempt: Attempt, at: number): Promise<number>;
	/** One attempt was a success: all is forgotten of `whose`, and `where` gets it back. */
	succeed(whose: string[], where: TakenAttempt[]): Promise<void>;
	/** Everything counted is forgotten. */
	forgive(keys: string[]): Promise<void>;
};
