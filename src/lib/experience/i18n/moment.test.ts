import { expect, it } from 'vitest';
import { formatDay, formatPast } from './moment.ts';

const now = Date.UTC(2026, 0, 3, 12);
const minute = 60_000;

it('writes days as people do', () => {
	expect(formatDay('en', now)).toBe('January 3, 2026');
	expect(formatDay('zh-CN', now)).toBe('2026年1月3日');
	expect(formatDay('ar', now)).toMatch(/3.*2026/);
});

it('counts back in the largest unit that fits', () => {
	expect(formatPast('en', now + minute, now)).toBe('now');
	expect(formatPast('en', now - 59_000, now)).toBe('now');
	expect(formatPast('en', now - 90 * minute, now)).toBe('1 hour ago');
	expect(formatPast('en', now - 2 * 24 * 60 * minute, now)).toBe('2 days ago');
	expect(formatPast('zh-CN', now - 5 * minute, now)).toBe('5分钟前');
});
