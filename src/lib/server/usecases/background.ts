// Work that goes on after its request was answered: a stop waits for it, for a while.
import type { Background, Log } from './ports.ts';

export function createBackground(log: Log): Background {
	const underWay = new Set<Promise<void>>();
	return {
		run(what, work) {
			const ended = work
				.then(
					() => {},
					(error: unknown) => log.error(what, { error })
				)
				.finally(() => underWay.delete(ended));
			underWay.add(ended);
		},
		async idle(mostMs) {
			const deadline = performance.now() + mostMs;
			// What ends may begin something else.
			while (underWay.size > 0 && performance.now() < deadline) {
				await within(Promise.all(underWay), deadline - performance.now());
			}
			return underWay.size === 0;
		}
	};
}

/** Undefined when it takes longer. */
export async function within<Value>(work: Promise<Value>, mostMs: number): Promise<Value | undefined> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), mostMs);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
