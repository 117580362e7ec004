// What somebody may do once at a time, in this process: whoever comes again meanwhile is asked to wait.
import { refuse, type Result } from '../../contract/result.ts';

const busy = new Set<string>();

/** `key`: of whom it is. */
export async function oneAtATime<Value>(key: string, run: () => Promise<Result<Value>>): Promise<Result<Value>> {
	if (busy.has(key)) return refuse('server.unavailable', { data: { retryAfter: 1 } });
	busy.add(key);
	try {
		return await run();
	} finally {
		busy.delete(key);
	}
}
