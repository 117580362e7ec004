import { describe, expect, it } from 'vitest';
import { nothingCounted } from './tally.ts';
import { fullestOf } from './usage.ts';

const hour = 3_600_000;
const at = 500_000 * hour + hour / 2;
const sum = (current: number) => ({ ...nothingCounted, slice: 500_000, current });
const limit = { count: 100, seconds: 3600 };

describe('the use of a budget', () => {
	it('is that of whoever has used most, the reserve included', () => {
		const tallies = new Map([
			['send:country:CN/3600', sum(40)],
			['send:country:CN/3600:reserve', sum(5)],
			['send:country:FR/3600', sum(41)],
			['send:country:FR/86400', sum(900)]
		]);
		expect(fullestOf(tallies, 'send:country:', [limit], at)).toEqual([{ ...limit, used: 45, of: 'CN' }]);
	});

	it('counts each taking where the limit is small, as long as it is within the window', () => {
		const stamps = `,+${at - 1000}:a,+${at - 2 * hour}:b,+${at - 5}:c,-c`;
		const tallies = new Map([['send:installation', { ...nothingCounted, stamps }]]);
		const limits = [
			{ count: 5, seconds: 3600 },
			{ count: 9, seconds: 86_400 }
		];
		expect(fullestOf(tallies, 'send:installation', limits, at).map(({ used }) => used)).toEqual([1, 2]);
	});

	it('is nothing while nothing was sent', () => {
		expect(fullestOf(new Map(), 'send:application:', [limit], at)).toEqual([{ ...limit, used: 0, of: '' }]);
	});
});
