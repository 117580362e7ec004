import { describe, expect, it } from 'vitest';
import { servesCountry } from './countries.ts';

describe('a connector', () => {
	it.each([
		['without a rule serves every country', undefined, 'CN', true],
		['without a rule serves numbers of no country', undefined, undefined, true],
		['for some countries serves one of them', { only: ['CN', 'HK'] }, 'HK', true],
		['for some countries serves no other', { only: ['CN', 'HK'] }, 'US', false],
		['for some countries serves no number of no country', { only: ['CN'] }, undefined, false],
		['for all but some serves another', { except: ['US'] }, 'CN', true],
		['for all but some does not serve one of them', { except: ['US'] }, 'US', false],
		['for all but some serves numbers of no country', { except: ['US'] }, undefined, true]
	])('%s', (_, rule, country, serves) => {
		expect(servesCountry(rule, country)).toBe(serves);
	});
});
