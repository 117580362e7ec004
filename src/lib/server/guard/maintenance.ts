// A pause that operators announce: how it is refused, and when to come back.
import type { Problem } from '../../contract/problems.ts';
import type { Settings } from '../../contract/settings.ts';

/** `now` in epoch milliseconds. An end that has passed says nothing any more. */
export function closedFor({ until }: Settings['maintenance'], now: number): Problem {
	const left = until ? Math.ceil((Date.parse(until) - now) / 1000) : 0;
	return { code: 'server.maintenance', data: left > 0 ? { retryAfter: left } : undefined };
}
