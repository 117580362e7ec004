// Takes turns per key within this process. The number that may wait is bounded; who finds it full is turned away.

export type Queues = {
	/**
	 * Undefined when too many wait already; `task` then never runs.
	 * When one fails, all who wait behind it fail with it: behind a stalled database their waits would add up.
	 */
	run<Value>(key: string, task: () => Promise<Value>): Promise<Value | undefined>;
};

export function createQueues(mostWaiting: number): Queues {
	const queues = new Map<string, { last: Promise<unknown>; waiting: number }>();
	return {
		async run(key, task) {
			const queue = queues.get(key) ?? { last: Promise.resolve(), waiting: 0 };
			if (queue.waiting >= mostWaiting) return undefined;
			queues.set(key, queue);
			queue.waiting += 1;
			const turn = queue.last.then(task);
			queue.last = turn;
			try {
				return await turn;
			} finally {
				queue.waiting -= 1;
				if (queue.waiting === 0) queues.delete(key);
			}
		}
	};
}
