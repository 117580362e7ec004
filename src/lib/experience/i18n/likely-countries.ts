// Which countries lead the list beside a phone number. The list itself shows none that is not offered.
import type { PublicSettings } from '../../contract/settings.ts';
import { regionsOf } from './locale.ts';

/** The chosen one, those that the reader's languages name, and the installation's own. */
export function likelyCountries(
	chosen: string,
	{ defaultCountry }: Pick<PublicSettings, 'defaultCountry'>,
	{ headers }: Request
): string[] {
	return [...new Set([chosen, ...regionsOf(headers.get('accept-language')), defaultCountry])];
}
