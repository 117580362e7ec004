// Ctrl-C and SIGTERM: the first one asks us to stop, a later one does not wait any longer.
import process from 'node:process';

/** A terminal tells us and npm, and npm tells us once more: what comes within this time is the same key press. */
const samePressMs = 1000;

export function untilAskedToStop(): Promise<NodeJS.Signals> {
	return new Promise((resolve) => {
		let askedAt: number | undefined;
		const hear = (signal: NodeJS.Signals) => {
			if (askedAt === undefined) {
				askedAt = performance.now();
				resolve(signal);
			} else if (performance.now() - askedAt > samePressMs) {
				process.exit(130);
			}
		};
		process.on('SIGINT', hear);
		process.on('SIGTERM', hear);
	});
}
