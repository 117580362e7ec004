import { ok } from '$lib/contract/result.ts';
import { settings } from '$lib/contract/settings.ts';
import { settingsChanges } from '$lib/contract/settings-changes.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { settingsProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { changeSettings } from '$lib/server/usecases/change-settings.ts';

export const GET = managementEndpoint({
	summary: 'Read the settings of the sign-in experience',
	answers: { 200: settings },
	run: async () => ok(await (await services()).settings())
});

export const PATCH = managementEndpoint({
	summary:
		'Change the named settings; objects are merged one level deep, where null takes a part away; lists are replaced',
	body: settingsChanges,
	answers: { 200: settings },
	problems: settingsProblems,
	run: async ({ body, caller }) => changeSettings(await services(), caller, { wanted: body })
});
