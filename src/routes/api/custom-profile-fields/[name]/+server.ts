import { profileFieldAnswer, profileFieldBody } from '$lib/contract/custom-profile-fields.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { settingsProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { dropProfileField, readProfileField, replaceProfileField } from '$lib/server/usecases/custom-profile-fields.ts';

export const GET = managementEndpoint({
	summary: 'Read a profile field',
	answers: { 200: profileFieldAnswer },
	run: async ({ params }) => readProfileField(await services(), params.name ?? '')
});

export const PUT = managementEndpoint({
	summary: 'Replace a profile field; its name and type stay',
	body: profileFieldBody,
	answers: { 200: profileFieldAnswer },
	problems: settingsProblems,
	run: async ({ params, body, caller }) => replaceProfileField(await services(), caller, params.name ?? '', body)
});

export const DELETE = managementEndpoint({
	summary: 'Delete a profile field; sign-up no longer asks for it',
	answers: { 204: null },
	problems: [...settingsProblems, 'guard.invalid_input'],
	run: async ({ params, caller }) => dropProfileField(await services(), caller, params.name ?? '')
});
