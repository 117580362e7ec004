// Which countries a connector serves.

/** ISO 3166-1 alpha-2. Without a rule every country is served, and numbers that belong to none. */
export type CountryRule = { only: string[] } | { except: string[] };

export function servesCountry(rule: CountryRule | undefined, country: string | undefined): boolean {
	if (!rule) return true;
	if ('only' in rule) return country !== undefined && rule.only.includes(country);
	return country === undefined || !rule.except.includes(country);
}
