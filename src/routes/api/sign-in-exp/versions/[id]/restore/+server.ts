import { settings } from '$lib/contract/settings.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { settingsProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { restoreVersion } from '$lib/server/usecases/settings-draft/versions.ts';

export const POST = managementEndpoint({
	summary: 'Put an earlier version of the settings in force again; the draft stays',
	answers: { 200: settings },
	problems: [...settingsProblems, 'entity.not_exists_with_id', 'guard.invalid_input'],
	run: async ({ id, caller }) => restoreVersion(await services(), caller, id)
});
