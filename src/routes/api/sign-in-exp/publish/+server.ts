import { seenDraft } from '$lib/contract/settings-draft.ts';
import { settings } from '$lib/contract/settings.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { settingsProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { publishDraft } from '$lib/server/usecases/settings-draft/publish.ts';

export const POST = managementEndpoint({
	summary: 'Put the draft in force',
	query: seenDraft,
	answers: { 200: settings },
	problems: [...settingsProblems, 'entity.not_found', 'guard.invalid_input'],
	run: async ({ query, caller }) => publishDraft(await services(), caller, query)
});
