// Work that outlives its request.

export type Background = {
	/** `what` names it in the log, should it fail. */
	run(what: string, work: Promise<unknown>): void;
	/** Waits until nothing is under way, at most so many milliseconds; false when something still is. */
	idle(mostMs: number): Promise<boolean>;
};
