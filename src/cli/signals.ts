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
		if (process.env.npm_lifecycle_event) watchParent(() => hear('SIGTERM'));
	});
}

/** npm hands a signal to the shell between us, which dies of it without a word: `kill` of `npm start` must stop us, too. */
function watchParent(onGone: () => void): void {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		onGone();
	}, 250);
	watch.unref();
}
