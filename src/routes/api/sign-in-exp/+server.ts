import { settingsChanges } from '$lib/contract/settings-changes.ts';
import { ok } from '$lib/contract/result.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changeSettings } from '$lib/server/usecases/change-settings.ts';

export const GET = managementEndpoint({ run: async () => ok(await (await services()).settings()) });

export const PATCH = managementEndpoint({
	body: settingsChanges,
	run: async ({ body, caller }) => changeSettings(await services(), caller, body)
});
