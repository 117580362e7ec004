// `/_sandbox/clock`: moves the time of limits, late deliveries and receipts.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import { readJson, sendJson } from '../http/exchange.ts';

const longestMs = 366 * 86_400_000;

export function answerClock(clock: Clock, response: ServerResponse, namespace: string | undefined): void {
	const offsetMs = clock.offset(namespace);
	sendJson(response, 200, { now: clock.now() + offsetMs, offsetMs });
}

/** `{ advanceMs, namespace? }` */
export async function moveClock(clock: Clock, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const { advanceMs, namespace } = ((await readJson(request)) ?? {}) as Record<string, unknown>;
	const isSpan = typeof advanceMs === 'number' && Number.isInteger(advanceMs) && advanceMs >= 0;
	if (!isSpan || advanceMs > longestMs) {
		return sendJson(response, 400, { error: `advanceMs must be a whole number from 0 to ${longestMs}.` });
	}
	if (namespace !== undefined && typeof namespace !== 'string') {
		return sendJson(response, 400, { error: 'namespace must be a string.' });
	}
	clock.advance(advanceMs, namespace);
	answerClock(clock, response, namespace);
}
