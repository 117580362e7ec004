import { settingsVersionDetail } from '$lib/contract/settings-draft.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readVersion } from '$lib/server/usecases/settings-draft/versions.ts';

export const GET = managementEndpoint({
	summary: 'Read a version of the settings, and what going back to it would change',
	answers: { 200: settingsVersionDetail },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readVersion(await services(), id)
});
