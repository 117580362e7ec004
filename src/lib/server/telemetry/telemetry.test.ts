import { describe, expect, it } from 'vitest';
import { createHasher } from './hasher.ts';
import { ids } from './ids.ts';
import { createLog } from './log.ts';

describe('a code', () => {
	it('is six digits, evenly spread (chi-square over a million digits)', () => {
		const counts = Array<number>(10).fill(0);
		const rounds = 170_000;
		for (let i = 0; i < rounds; i++) for (const digit of ids.code(6)) counts[Number(digit)]! += 1;
		const expected = (rounds * 6) / 10;
		const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
		// 9 degrees of freedom, p > 1e-5.
		expect(chiSquare).toBeLessThan(39);
	});
});

describe('a keyed hash', () => {
	it('tells purposes, keys and the borders between parts apart', () => {
		const hasher = createHasher('a'.repeat(32));
		const hashes = [
			hasher.hmac('code', 'ab', 'c'),
			hasher.hmac('code', 'a', 'bc'),
			hasher.hmac('code', 'abc'),
			hasher.hmac('other', 'ab', 'c'),
			createHasher('b'.repeat(32)).hmac('code', 'ab', 'c')
		];
		expect(new Set(hashes).size).toBe(hashes.length);
		expect(hasher.hmac('code', 'ab', 'c')).toBe(hashes[0]);
	});
});

describe('a log line', () => {
	it('holds no secret and no number, whatever it was given', () => {
		const lines: string[] = [];
		const log = createLog('info', { write: (line) => void lines.push(line) });
		log.info('event', {
			code: '482011',
			accessToken: 'tok-1',
			clientSecret: 'sec-1',
			phone: '8613800138000',
			payload: { code: '482011' },
			status: 200
		});
		expect(lines.join()).not.toMatch(/482011|tok-1|sec-1|8613800138000/);
		expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ msg: 'event', status: 200 });
	});
});
