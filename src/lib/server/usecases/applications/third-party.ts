// What a third party is registered with beside its addresses.
import { consentScopes, defaultConsentScopes, type ConsentScope } from '../../../contract/consent.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Application, ThirdParty } from '../ports.ts';

/** What it may ask people for, and links that they find on the consent page. */
export type ThirdPartyWishes = { scopes?: string[]; termsOfUseUrl?: string; privacyPolicyUrl?: string };

type Wanted = ThirdPartyWishes & Pick<Application, 'type'> & { isThirdParty?: boolean };

export function readThirdParty(wanted: Wanted): Result<ThirdParty | undefined> {
	const { isThirdParty, type, termsOfUseUrl, privacyPolicyUrl } = wanted;
	const links = { termsOfUseUrl, privacyPolicyUrl };
	if (!isThirdParty) {
		const [field] = Object.entries({ scopes: wanted.scopes, ...links }).find(([, value]) => value !== undefined) ?? [];
		return field ? invalid(field, { detail: 'is for third parties only' }) : ok(undefined);
	}
	// Nobody is there to be asked.
	if (type === 'MachineToMachine') return invalid('type', { detail: 'a third party signs people in' });
	const scopes = ['openid', ...(wanted.scopes ?? defaultConsentScopes)];
	const unknown = scopes.find((scope) => !(consentScopes as readonly string[]).includes(scope));
	if (unknown) return invalid('scopes', { detail: `"${unknown}" is none of ${consentScopes.join(' ')}` });
	for (const [field, link] of Object.entries(links)) {
		if (link !== undefined && !isLink(link)) return invalid(field, { detail: 'is a complete https address' });
	}
	return ok({ scopes: [...new Set(scopes)] as ConsentScope[], ...links });
}

/** It is opened beside the consent page, by a person who trusts this page. */
function isLink(text: string): boolean {
	return URL.parse(text)?.protocol === 'https:' && text.length <= 2048;
}

function invalid(field: string, more: Record<string, unknown>) {
	return refuse('guard.invalid_input', { data: { field, ...more } });
}
