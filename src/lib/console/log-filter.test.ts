import { describe, expect, it } from 'vitest';
import { isFiltering, queryOf, readFilter } from './log-filter.ts';

const read = (query: string) => readFilter(new URL(`http://localhost/console/logs?${query}`));
const asked = (query: string) => Object.fromEntries(queryOf(read(query), 2));

describe('the filter of the log', () => {
	it('is none unless the address says so', () => {
		expect(isFiltering(read('page=2&zone=60'))).toBe(false);
		expect(asked('')).toEqual({ page: '2', page_size: '20' });
	});

	it('asks the API for what was filled in', () => {
		expect(asked('kind=Management&application=k3v9&user=%20ada%20&from=2026-11-30T10:00&until=&zone=-480')).toEqual({
			page: '2',
			page_size: '20',
			logKey: 'Management',
			applicationId: 'k3v9',
			userId: 'ada',
			start_time: String(Date.UTC(2026, 10, 30, 2))
		});
	});

	it('leaves out what makes no sense', () => {
		expect(asked('kind=%25&from=yesterday&until=2026-99-99T10:00')).toEqual({ page: '2', page_size: '20' });
	});
});
