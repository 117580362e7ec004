// What all pages of the account share. Each page's own load sees to it that somebody is signed in.
import { error } from '@sveltejs/kit';
import { parentOf } from '$lib/account/address.ts';
import { createText } from '$lib/experience/i18n/text.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ url, parent }) => {
	const { settings, locale, overrides } = await parent();
	if (!settings.ok) error(settings.problem.status ?? 503);
	const isOutside = url.pathname === '/account/signed-out';
	const up = url.pathname.startsWith('/account/confirm') ? '/account' : parentOf(url.pathname);
	return {
		settings: settings.value,
		applicationName: createText(locale, overrides)('account_title'),
		up: isOutside ? undefined : up
	};
};
