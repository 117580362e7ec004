import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import base64 from './blocklist-data.ts';
import { isCommon, keyBytes } from './blocklist.ts';

describe('the list of common passwords', () => {
	it.each([
		...['password', 'Password1', 'PASSWORD123', 'passw0rd', 'p@ssword', 'baseball', 'football1', 'iloveyou1'],
		...['sunshine', 'princess', 'superman', 'trustno1', 'whatever', 'starwars', 'computer', 'michelle', 'jennifer'],
		...['123456789', '1234567890', '88888888', '12344321', '147258369', '1qaz2wsx', 'qwertyuiop', 'q1w2e3r4'],
		...['woaini1314', 'woaini520', 'woaiwojia', '5201314520', '1314520520', 'wang123456', 'zhang5201314'],
		...['li123456789', 'a5201314', 'qq123456', 'qwe123456', 'aini1314', '5201314a', 'nihao123', '168woaini']
	])('knows %s', async (password) => {
		expect(await isCommon(password)).toBe(true);
	});

	it.each(['correct horse battery staple', 'kwtrxfmq', '１２３４５６７８', '山高水长心自闲远', 'pass word 1 2 3', ''])(
		'does not know “%s”',
		async (password) => {
			expect(await isCommon(password)).toBe(false);
		}
	);

	it('mistakes no good password for one of them', async () => {
		const good = Array.from({ length: 20_000 }, () => randomBytes(12).toString('base64url'));
		const found = await Promise.all(good.map(isCommon));
		expect(found.filter(Boolean)).toEqual([]);
	});

	it('is sorted, large, and small enough to ship', () => {
		const keys = Buffer.from(base64, 'base64');
		const count = keys.length / keyBytes;
		expect(count).toBeGreaterThan(80_000);
		expect(base64.length).toBeLessThan(700_000);
		const read = (position: number) => keys.readUIntBE(position * keyBytes, keyBytes);
		const unsorted = Array.from({ length: count - 1 }, (_, at) => at).filter((at) => read(at) >= read(at + 1));
		expect(unsorted).toEqual([]);
	});

	it('answers in less time than a page would notice', async () => {
		const times: number[] = [];
		for (let round = 0; round < 2001; round++) {
			const start = performance.now();
			await isCommon(`kwtrxfmq ${round}`);
			times.push(performance.now() - start);
		}
		// In milliseconds; the median, since a busy machine interrupts some of them.
		expect(times.sort((a, b) => a - b)[1000]).toBeLessThan(0.05);
	});
});
