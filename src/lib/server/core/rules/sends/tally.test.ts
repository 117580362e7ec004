import { describe, expect, it } from 'vitest';
import { nothingCounted, waitOfCount } from './tally.ts';

const day = 86_400_000;
const at = 20_000 * day + day / 2;
const perDay = { count: 100, seconds: 86_400 };
const counted = (current: number) => ({ ...nothingCounted, slice: 20_000, current });

describe('the wait for room in a sum', () => {
	it('is none up to the limit', () => {
		expect(waitOfCount(counted(100), perDay, 100, at)).toBe(0);
	});

	it('is never over for one message that is dearer than the whole limit', () => {
		expect(waitOfCount(counted(101), perDay, 101, at)).toBe(129_600);
		expect(waitOfCount(counted(150), perDay, 101, at)).toBe(129_600);
	});
});
