import { describe, expect, it } from 'vitest';
import { refusalIn, refusalQuery } from './refusal.ts';

const values = { identifier: '138 0013 8000' };
const told = (query: Record<string, string>) =>
	refusalIn(new URL(`http://localhost/register?${new URLSearchParams(query)}`), values);

describe('a refusal that another page says', () => {
	it('is the same there, with what was typed', () => {
		const problem = { code: 'request.message_rate_limited', data: { retryAfter: 3000, newcomers: true } } as const;
		expect(told(refusalQuery(problem))).toEqual({ values, problem });
	});

	it('is none without a word of ours', () => {
		for (const refused of ['', 'toString', 'session.not_found', 'session.busy.x', 'connector.made_up'])
			expect(told({ refused })).toBe(undefined);
		expect(told({ refused: 'connector.general', wait: 'soon' })).toMatchObject({ problem: { data: {} } });
	});
});
