import { settingsChanges } from '$lib/contract/settings-changes.ts';
import { settingsDraftAnswer } from '$lib/contract/settings-draft.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { sayProblem } from '$lib/server/http/say-problem.ts';
import { services } from '$lib/server/services.ts';
import { dropDraft, readDraft, writeDraft } from '$lib/server/usecases/settings-draft/edit.ts';

export const GET = managementEndpoint({
	summary: 'Read the draft of the settings: what it would change, and what keeps it from being published',
	answers: { 200: settingsDraftAnswer },
	run: async ({ caller }) => readDraft(await services(), sayProblem(caller.locale))
});

export const PUT = managementEndpoint({
	summary: 'Replace the draft; what is as it is in force is not kept in it',
	body: settingsChanges,
	answers: { 200: settingsDraftAnswer },
	run: async ({ body, caller }) => writeDraft(await services(), caller, body, sayProblem(caller.locale))
});

export const DELETE = managementEndpoint({
	summary: 'Throw the draft away',
	answers: { 204: null },
	run: async ({ caller }) => dropDraft(await services(), caller)
});
