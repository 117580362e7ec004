import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createQueues } from './queues.ts';

describe('taking turns per key', () => {
	it('runs one after the other', async () => {
		const queues = createQueues(10);
		const steps: string[] = [];
		const step = (name: string) => async () => {
			steps.push(`${name} in`);
			await pause(1);
			steps.push(`${name} out`);
		};
		await Promise.all([queues.run('key', step('a')), queues.run('key', step('b'))]);
		expect(steps).toEqual(['a in', 'a out', 'b in', 'b out']);
	});

	it('lets other keys pass', async () => {
		const queues = createQueues(1);
		const slow = queues.run('slow', () => pause(50, 'slow'));
		expect(await queues.run('quick', async () => 'quick')).toBe('quick');
		expect(await slow).toBe('slow');
	});

	it('turns away who finds the queue full', async () => {
		const queues = createQueues(1);
		const first = queues.run('key', () => pause(5, 'first'));
		expect(await queues.run('key', async () => 'second')).toBeUndefined();
		expect(await first).toBe('first');
		expect(await queues.run('key', async () => 'third')).toBe('third');
	});

	it('fails those who wait behind a failure with it, and nobody after them', async () => {
		const queues = createQueues(10);
		const fail = async () => Promise.reject(new Error('stalled'));
		const answers = await Promise.allSettled([queues.run('key', fail), queues.run('key', async () => 'behind')]);
		expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
		expect(await queues.run('key', async () => 'after')).toBe('after');
	});
});
