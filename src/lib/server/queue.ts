// Runs expensive work a little at a time, lets some of it wait, and refuses what would wait too long.
import type { Result } from '../contract/result.ts';
import { ok, refuse } from '../contract/result.ts';

export type Queue = <Value>(work: () => Promise<Value>) => Promise<Result<Value>>;

export function createQueue({ concurrency, limit }: { concurrency: number; limit: number }): Queue {
	const waiting: (() => void)[] = [];
	let running = 0;

	return async (work) => {
		if (running >= concurrency) {
			if (waiting.length >= limit) return refuse('server.unavailable', { data: { retryAfter: 1 } });
			await new Promise<void>((start) => waiting.push(start));
		} else running++;

		try {
			return ok(await work());
		} finally {
			// Whoever waited longest takes over this place, so nobody slips in between.
			const next = waiting.shift();
			if (next) next();
			else running--;
		}
	};
}
