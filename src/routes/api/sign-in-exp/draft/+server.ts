import { settingsChanges } from '$lib/contract/settings-changes.ts';
import { seenDraft, settingsDraftAnswer } from '$lib/contract/settings-draft.ts';
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
	summary: 'Replace the draft, if it is still the one that was seen; what is as it is in force is not kept in it',
	body: settingsChanges,
	query: seenDraft,
	answers: { 200: settingsDraftAnswer },
	problems: ['sign_in_experiences.draft_changed'],
	run: async ({ body, query, caller }) =>
		writeDraft(await services(), caller, { changes: body, seen: query }, sayProblem(caller.locale))
});

export const DELETE = managementEndpoint({
	summary: 'Throw the draft away',
	query: seenDraft,
	answers: { 204: null },
	problems: ['sign_in_experiences.draft_changed'],
	run: async ({ query, caller }) => dropDraft(await services(), caller, query)
});
