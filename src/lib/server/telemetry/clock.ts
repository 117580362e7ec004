// Application time: expiries, cooldowns and budgets. Signing, TLS and OIDC always use real time.
import { readFileSync } from 'node:fs';
import type { Clock } from '../usecases/ports.ts';

/** In demo mode the milliseconds written in `offsetFile` are added, so that a test can move time. */
export function createClock(offsetFile?: string): Clock {
	if (!offsetFile) return { now: () => Date.now() };
	return {
		now() {
			try {
				return Date.now() + Number(readFileSync(offsetFile, 'utf8').trim() || 0);
			} catch {
				return Date.now();
			}
		}
	};
}
