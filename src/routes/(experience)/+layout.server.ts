// What all pages of the experience share, asked of the API. It never guards: each page's own load does.
import { error } from '@sveltejs/kit';
import { reader } from '$lib/experience/client.ts';
import { hintOf, webAddress } from '$lib/experience/journeys/address.ts';
import { applicationOf } from '$lib/experience/journeys/guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, url }) => {
	const api = reader(fetch, hintOf(url));
	const [settings, interaction] = await Promise.all([api.settings(), api.interaction()]);
	if (!settings.ok) error(settings.problem.status ?? 503);

	const { branding, supportEmail, supportWebsiteUrl } = settings.value;
	return {
		settings: settings.value,
		interaction,
		applicationName: applicationOf(interaction)?.name,
		brand: branding,
		support: { email: supportEmail ?? undefined, website: webAddress(supportWebsiteUrl) }
	};
};
