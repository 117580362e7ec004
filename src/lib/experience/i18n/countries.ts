// The country list beside a phone number: localized names with dialling codes, likely ones first.
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';

export type Country = {
	/** ISO 3166-1 alpha-2. */
	code: string;
	name: string;
	/** `+86`. */
	dial: string;
	/** Among the likely ones, which the list shows first. */
	likely: boolean;
};

const lists = new Map<string, Country[]>();

/** `preferred` come first, in their order; all others follow by name. `offered`: those alone, or `*` for all. */
export function listCountries(locale: string, preferred: string[], offered: string[] | null = null): Country[] {
	const isOffered = ({ code }: Country) => !offered || offered.includes('*') || offered.includes(code);
	const all = namedCountries(locale).filter(isOffered);
	const likely = preferred.flatMap((code) => all.filter((country) => country.code === code));
	const rest = all.filter((country) => !preferred.includes(country.code));
	return [...likely.map((country) => ({ ...country, likely: true })), ...rest];
}

/** Naming and sorting 245 countries takes milliseconds, so each language is done once. */
function namedCountries(locale: string): Country[] {
	const known = lists.get(locale);
	if (known) return known;
	const names = new Intl.DisplayNames([locale], { type: 'region' });
	const { compare } = new Intl.Collator(locale);
	const list = getCountries()
		.map((code) => ({ code, name: names.of(code) ?? code, dial: `+${getCountryCallingCode(code)}`, likely: false }))
		.sort((a, b) => compare(a.name, b.name));
	lists.set(locale, list);
	return list;
}
