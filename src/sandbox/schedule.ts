// Things that happen later, and no longer once the sandbox has closed.

export type Schedule = (afterMs: number, run: () => void) => void;

export function createSchedule(): { schedule: Schedule; wait(ms: number): Promise<void>; stop(): void } {
	const pending = new Map<NodeJS.Timeout, () => void>();
	const start = (ms: number, run: () => void, onStop: () => void) => {
		const timer = setTimeout(() => {
			pending.delete(timer);
			run();
		}, ms);
		pending.set(timer, onStop);
	};
	return {
		schedule: (afterMs, run) => (afterMs > 0 ? start(afterMs, run, () => {}) : run()),
		wait: (ms) => (ms > 0 ? new Promise((resolve) => start(ms, resolve, resolve)) : Promise.resolve()),
		stop() {
			for (const [timer, onStop] of pending) {
				clearTimeout(timer);
				onStop();
			}
			pending.clear();
		}
	};
}
