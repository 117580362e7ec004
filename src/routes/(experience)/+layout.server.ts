// What all pages of the experience share, asked of the API. It never guards: each page's own load does.
import { error } from '@sveltejs/kit';
import { reader } from '$lib/experience/client.ts';
import { hintOf } from '$lib/experience/journeys/address.ts';
import { applicationOf, isOutage } from '$lib/experience/journeys/guard.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, url, locals, parent }) => {
	const api = reader(fetch, hintOf(url));
	const [{ settings }, interaction, overrides] = await Promise.all([parent(), api.interaction(), locals.phrases()]);
	for (const answer of [settings, interaction]) if (isOutage(answer)) error(503);
	if (!settings.ok) error(settings.problem.status ?? 503);

	return {
		settings: settings.value,
		interaction,
		applicationName: applicationOf(interaction)?.name,
		overrides
	};
};
