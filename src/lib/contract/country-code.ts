// ISO 3166-1 alpha-2 codes of the countries and regions that have phone numbers.
import { isSupportedCountry } from 'libphonenumber-js/max';

export function isCountryCode(text: string): boolean {
	return isSupportedCountry(text);
}

/** For whoever wrote another one, such as UK. */
export const mustBeCountry = 'must be a country code of ISO 3166-1 such as CN or GB';
