import { describe, expect, it } from 'vitest';
import { settings as schema } from '../../../../contract/settings.ts';
import { conversionCountries, conversionCountry, conversionKeys } from './conversion.ts';

const policy = schema.parse({});

describe('the counter of a country', () => {
	it('says whose it is, for as long as its window is the one that counts', () => {
		const [key = ''] = conversionKeys({ country: 'GB' }, policy);
		expect(key.startsWith(conversionCountries)).toBe(true);
		expect(conversionCountry(key, policy)).toBe('GB');
		const longer = schema.parse({ sendPolicy: { breaker: { seconds: 86_400 } } });
		expect(conversionCountry(key, longer)).toBeUndefined();
	});
});
