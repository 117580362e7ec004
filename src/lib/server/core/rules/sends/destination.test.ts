import { describe, expect, it } from 'vitest';
import { settings as schema } from '../../../../contract/settings.ts';
import { allowedCountries, refuseDestination } from './destination.ts';

const phone = (value: string) => ({ type: 'phone', value }) as const;

describe('where codes go', () => {
	it('is the installation’s own country unless more are named, and everywhere in a demo', () => {
		expect(allowedCountries(schema.parse({}), false)).toEqual(['CN']);
		expect(allowedCountries(schema.parse({}), true)).toEqual(['*']);
		expect(allowedCountries(schema.parse({ allowedCountries: ['CN', 'HK'] }), true)).toEqual(['CN', 'HK']);
	});

	it('refuses every other country, and asks no address for one', () => {
		expect(refuseDestination(phone('8613800138000'), ['CN'])).toBeUndefined();
		expect(refuseDestination(phone('12025550123'), ['CN'])).toEqual({ code: 'connector.country_not_supported' });
		expect(refuseDestination(phone('12025550123'), ['*'])).toBeUndefined();
		expect(refuseDestination({ type: 'email', value: 'ada@example.com' }, ['CN'])).toBeUndefined();
	});

	it.each([
		['a landline', '862112345678'],
		['a premium line', '448712345678'],
		['a personal number, which can cost anything', '447012345678'],
		['a toll-free line', '18005550123'],
		['a satellite phone', '881612345678'],
		['a satellite phone of another network', '870773111632'],
		['a network of no country', '882161234567']
	])('refuses %s, wherever it is', (_, value) => {
		expect(refuseDestination(phone(value), ['*'])).toEqual({ code: 'connector.number_rejected' });
	});
});
