// Structured logs, one JSON object a line. Only plain fields pass, and none that could hold a secret.
import { pino } from 'pino';
import type { Log } from '../usecases/ports.ts';

/** Field names whose values are never written, whatever the level. */
const secretName = /^(code|.*password.*|.*secret.*|.*token.*|authorization|.*cookie.*|to|phone|email|identifier)$/i;
const longestValue = 500;

export function createLog(level: string, destination?: { write(line: string): void }): Log {
	const options = { level, base: undefined, timestamp: () => `,"time":"${new Date().toISOString()}"` };
	const logger = pino(options, destination ?? batched());
	return {
		info: (event, fields) => logger.info(clean(fields), event),
		warn: (event, fields) => logger.warn(clean(fields), event),
		error(event, fields) {
			logger.error(clean(fields), event);
			logger.flush();
		}
	};
}

/** To standard output, a few lines at a time: one write each would cost a request more than making its line. */
function batched() {
	return pino.destination({ sync: false, minLength: 4096, periodicFlush: 100 });
}

function clean(fields: Record<string, unknown> = {}): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(fields)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => [name, secretName.test(name) ? '[redacted]' : plain(value)])
	);
}

/** Objects are not followed: what is logged is named field by field. An error keeps its stack, not its own fields. */
function plain(value: unknown): unknown {
	if (value instanceof Error) return { message: shorten(value.message), stack: shorten(value.stack ?? '', 4000) };
	if (typeof value === 'string') return shorten(value);
	return typeof value === 'object' && value !== null ? `[${value.constructor?.name ?? 'object'}]` : value;
}

function shorten(text: string, limit = longestValue): string {
	return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
