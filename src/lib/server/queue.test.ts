import { describe, expect, it } from 'vitest';
import { createQueue } from './queue.ts';

describe('a queue', () => {
	it('starts as many as may run, in the order they came', async () => {
		const enqueue = createQueue({ concurrency: 2, limit: 10 });
		const started: number[] = [];
		let running = 0;
		let most = 0;
		const work = (name: number) => async () => {
			started.push(name);
			most = Math.max(most, ++running);
			await new Promise((done) => setTimeout(done, 2));
			running--;
		};
		await Promise.all([1, 2, 3, 4, 5, 6].map((name) => enqueue(work(name))));
		expect(started).toEqual([1, 2, 3, 4, 5, 6]);
		expect(most).toBe(2);
	});

	it('goes on after work that failed', async () => {
		const enqueue = createQueue({ concurrency: 1, limit: 10 });
		const failing = enqueue(() => Promise.reject(new Error('broken')));
		const next = enqueue(async () => 'done');
		await expect(failing).rejects.toThrow('broken');
		expect(await next).toEqual({ ok: true, value: 'done' });
	});
});
