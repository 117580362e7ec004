// Rolling windows: at most `count` in any stretch of `seconds`, for every limit at once.

export type RollingLimit = { count: number; seconds: number };

export type WindowDecision =
	/** `stamps` is what to keep: everything that a window still counts, the new one included. */
	| { allowed: true; stamps: number[]; expiresAt: number }
	/** Whole seconds until the same question would be answered with yes. */
	| { allowed: false; retryAfter: number };

/** `stamps` are earlier takings in epoch milliseconds, oldest first. */
export function decideTake(stamps: number[], limits: RollingLimit[], at: number): WindowDecision {
	const waits = limits.map((limit) => msUntilFree(stamps, limit, at));
	const wait = Math.max(0, ...waits);
	if (wait > 0) return { allowed: false, retryAfter: Math.ceil(wait / 1000) };

	const longest = Math.max(0, ...limits.map((limit) => limit.seconds * 1000));
	// Sorted: the clock of another process may be a little ahead of ours.
	const kept = [...stamps.filter((stamp) => stamp + longest > at), at].sort((a, b) => a - b);
	return { allowed: true, stamps: kept, expiresAt: (kept.at(-1) ?? at) + longest };
}

/** A window is free again when the `count`-th newest taking has left it. */
function msUntilFree(stamps: number[], { count, seconds }: RollingLimit, at: number): number {
	if (count <= 0) return seconds * 1000;
	const inside = stamps.filter((stamp) => stamp + seconds * 1000 > at);
	const leaving = inside.at(-count);
	return leaving === undefined ? 0 : leaving + seconds * 1000 - at;
}
