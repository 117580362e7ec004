// What all pages of the experience share, asked of the API. It never guards: each page's own load does.
import { error } from '@sveltejs/kit';
import { accountClientId } from '$lib/contract/account/access.ts';
import { reader } from '$lib/experience/client.ts';
import { hintOf } from '$lib/experience/journeys/address.ts';
import { applicationOf, isOutage } from '$lib/experience/journeys/guard.ts';
import { createText } from '$lib/experience/i18n/text.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, url, parent }) => {
	const [{ settings, locale, overrides }, interaction] = await Promise.all([
		parent(),
		reader(fetch, hintOf(url)).interaction()
	]);
	for (const answer of [settings, interaction]) if (isOutage(answer)) error(503);
	if (!settings.ok) error(settings.problem.status ?? 503);
	const application = applicationOf(interaction);
	// The account page has a name of its own only where the service has one.
	const isNameless = application?.id === accountClientId && application.name === accountClientId;

	return {
		settings: settings.value,
		interaction,
		applicationName: isNameless ? createText(locale, overrides)('account_title') : application?.name,
		isThirdParty: application?.isThirdParty
	};
};
