import { ownChoices } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changeChoices, readChoices } from '$lib/server/usecases/accounts/factor-choices.ts';

export const GET = managementEndpoint({
	summary: 'What the account decided about second factors',
	answers: { 200: ownChoices },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readChoices(await services(), id)
});

export const PATCH = managementEndpoint({
	summary: 'Decide for the account whether second factors are asked and offered; a mandatory policy asks all the same',
	body: ownChoices,
	answers: { 200: ownChoices },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, body, caller }) => changeChoices(await services(), caller, id, body)
});
