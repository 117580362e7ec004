// What every page knows, the error page included. Without an answer pages are drawn all the same, or say so themselves.
import { reader } from '$lib/experience/client.ts';
import { openAccountCenter } from '$lib/experience/journeys/account-center.ts';
import { hintOf, webAddress } from '$lib/experience/journeys/address.ts';
import { picturesFor } from '$lib/experience/theme/pictures.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, url, locals, route }) => {
	// The console has words of its own, and whatever it is given travels with it.
	const isConsole = route.id?.startsWith('/console/');
	// Mistyped, or the bare origin: its way on is known here or not at all, as an error page has no load of its own.
	const isNowhere = !route.id || route.id === '/';
	const [settings, overrides, accountCenter] = await Promise.all([
		reader(fetch, hintOf(url)).settings(),
		isConsole ? undefined : locals.phrases(),
		isNowhere ? openAccountCenter(fetch) : undefined
	]);
	const { branding, color, supportEmail, supportWebsiteUrl, privacyPolicyUrl, unknownSessionRedirectUrl } = settings.ok
		? settings.value
		: {};
	return {
		locale: locals.locale,
		overrides,
		settings,
		brand: branding && color && picturesFor(branding, color),
		support: { email: supportEmail ?? undefined, website: webAddress(supportWebsiteUrl) },
		privacyUrl: webAddress(privacyPolicyUrl),
		/** Where the settings send people who come from nowhere. */
		start: webAddress(unknownSessionRedirectUrl),
		account: accountCenter && '/account'
	};
};
