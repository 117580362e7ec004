// What all pages of the account share. Each page's own load sees to it that somebody is signed in.
import { error } from '@sveltejs/kit';
import { parentOf } from '$lib/account/address.ts';
import { createText } from '$lib/experience/i18n/text.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url, parent }) => {
	const [{ settings, locale }, overrides] = await Promise.all([parent(), locals.phrases()]);
	if (!settings.ok) error(settings.problem.status ?? 503);
	const isOutside = url.pathname === '/account/signed-out';
	const up = url.pathname.startsWith('/account/confirm') ? '/account' : parentOf(url.pathname);
	return {
		settings: settings.value,
		overrides,
		applicationName: createText(locale, overrides)('account_title'),
		up: isOutside ? undefined : up
	};
};
