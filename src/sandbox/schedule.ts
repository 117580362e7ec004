// Things that happen later, and no longer once the sandbox has closed.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from './clock.ts';

/** `recipient` says by whose clock: moving that one on brings it forward. */
export type Schedule = (afterMs: number, run: () => void, recipient?: string) => void;

export type Scheduler = {
	schedule: Schedule;
	/** In real time: the caller who is kept waiting has a real timeout. */
	wait(ms: number): Promise<void>;
	stop(): void;
};

type Pending = { dueAt: number; recipient: string; timer: NodeJS.Timeout; run(): void };

export function createSchedule(clock: Pick<Clock, 'now' | 'shiftOf' | 'onChange'>): Scheduler {
	const pending = new Set<Pending>();
	const waiting = new Map<NodeJS.Timeout, () => void>();
	const timeOf = (recipient: string) => clock.now() + clock.shiftOf(recipient);
	const arm = (item: Pending) => {
		item.timer = setTimeout(() => finish(item), Math.max(0, item.dueAt - timeOf(item.recipient)));
	};
	const finish = (item: Pending) => {
		clearTimeout(item.timer);
		if (pending.delete(item)) item.run();
	};

	clock.onChange(() => {
		for (const item of [...pending].sort((a, b) => a.dueAt - b.dueAt)) {
			clearTimeout(item.timer);
			// Run before the change is answered, so that a test finds what has come due.
			if (item.dueAt <= timeOf(item.recipient)) finish(item);
			else arm(item);
		}
	});
	return {
		schedule(afterMs, run, recipient = '') {
			if (afterMs <= 0) return run();
			const item: Pending = {
				dueAt: timeOf(recipient) + afterMs,
				recipient,
				// Whoever brings it forward, it stays the work of the call that caused it.
				run: AsyncLocalStorage.bind(run),
				timer: setTimeout(() => finish(item), afterMs)
			};
			pending.add(item);
		},
		wait(ms) {
			if (ms <= 0) return Promise.resolve();
			return new Promise((resolve) => {
				const timer = setTimeout(() => {
					waiting.delete(timer);
					resolve();
				}, ms);
				waiting.set(timer, resolve);
			});
		},
		stop() {
			for (const { timer } of pending) clearTimeout(timer);
			for (const [timer, resolve] of waiting) {
				clearTimeout(timer);
				resolve();
			}
			pending.clear();
			waiting.clear();
		}
	};
}
