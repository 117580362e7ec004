// Where messages go at all: to the countries that the installation serves, and to lines that people carry with them.
import { countryOfPhone, isMobilePhone } from '../../../../contract/identifier.ts';
import type { Problem } from '../../../../contract/problems.ts';
import type { CodeIdentifier } from '../../../../contract/schemas.ts';
import type { Settings } from '../../../../contract/settings.ts';

export const everywhere = '*';

/** Nothing said: the installation's own country, and every country in a demo, which pays nobody. */
export function allowedCountries({ allowedCountries: named, defaultCountry }: Settings, demo: boolean): string[] {
	return named ?? [demo ? everywhere : defaultCountry];
}

export function refuseDestination({ type, value }: CodeIdentifier, allowed: string[]): Problem | undefined {
	if (type !== 'phone') return undefined;
	const country = countryOfPhone(value);
	// Satellite and other networks of no country count as mobile, and cost many times as much.
	if (country === undefined) return { code: 'connector.number_rejected' };
	const isServed = allowed.includes(everywhere) || allowed.includes(country);
	if (!isServed) return { code: 'connector.country_not_supported' };
	return isMobilePhone(value) ? undefined : { code: 'connector.number_rejected' };
}

/** The number without its last four digits: those that one carrier gave out together. */
export function prefixOf(digits: string): string {
	return digits.slice(0, -4);
}
