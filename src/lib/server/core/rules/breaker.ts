// Stops handing messages to a provider that is down, and finds out with one message whether it is back.

export type Breaker = {
	/** Epoch milliseconds of the failures since the last success. */
	failures: number[];
	openedAt?: number;
	/** A message is on its way to find out; whoever sent it may never report back, so not for ever. */
	probingUntil?: number;
};

/** `answered`: the provider is well, and refused this one recipient. */
export type Observed = 'accepted' | 'answered' | 'failed';

export type Admission = { admitted: true; breaker: Breaker } | { admitted: false; retryAfter: number };

export const closedBreaker: Breaker = { failures: [] };

const mostFailures = 5;
const windowMs = 30_000;
const openMs = 30_000;
const probeMs = 15_000;

/** Whether a message may be handed over at `at`; if so, the breaker afterwards. `retryAfter` is in whole seconds, at least 1. */
export function admit(breaker: Breaker, at: number): Admission {
	if (breaker.openedAt === undefined) return { admitted: true, breaker };
	const wait = Math.max(breaker.openedAt + openMs, breaker.probingUntil ?? 0) - at;
	if (wait > 0) return { admitted: false, retryAfter: Math.ceil(wait / 1000) };
	return { admitted: true, breaker: { ...breaker, probingUntil: at + probeMs } };
}

/** Five failures in thirty seconds without a success in between open it; any answer closes it. */
export function observe(breaker: Breaker, observed: Observed, at: number): Breaker {
	if (observed === 'accepted') return closedBreaker;
	if (breaker.openedAt === undefined) {
		if (observed === 'answered') return breaker;
		const failures = [...breaker.failures.filter((failure) => failure + windowMs > at), at];
		return failures.length < mostFailures ? { failures } : { failures, openedAt: at };
	}
	if (observed === 'answered') return closedBreaker;
	// What was handed over before it opened may fail long after: only the probe says that the provider is still down.
	return breaker.probingUntil === undefined ? breaker : { failures: breaker.failures, openedAt: at };
}
