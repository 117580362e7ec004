import { describe, expect, it } from 'vitest';
import { createBackground, within } from './background.ts';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

describe('work that goes on after its request', () => {
	it('is waited for, with what it begins itself', async () => {
		const background = createBackground(quiet);
		const done: string[] = [];
		background.run(
			'first',
			Promise.resolve().then(() => {
				done.push('first');
				background.run(
					'second',
					Promise.resolve().then(() => void done.push('second'))
				);
			})
		);
		expect(await background.idle(1000)).toBe(true);
		expect(done).toEqual(['first', 'second']);
	});

	it('is not waited for longer than the bound', async () => {
		const background = createBackground(quiet);
		background.run('for ever', new Promise(() => {}));
		expect(await background.idle(20)).toBe(false);
	});

	it('leaves a line when it fails, and disturbs nobody', async () => {
		const lines: unknown[] = [];
		const background = createBackground({ ...quiet, error: (event) => void lines.push(event) });
		background.run('code not delivered', Promise.reject(new Error('the database is gone')));
		expect(await background.idle(1000)).toBe(true);
		expect(lines).toEqual(['code not delivered']);
	});
});

describe('a wait with a bound', () => {
	it('ends with the work, or without it', async () => {
		expect(await within(Promise.resolve('done'), 1000)).toBe('done');
		expect(await within(new Promise(() => {}), 10)).toBeUndefined();
	});
});
