import { customDataChanges } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { mergePart, readPart } from '$lib/server/usecases/accounts/merge.ts';

export const GET = managementEndpoint({
	summary: 'Read what is kept with the account',
	answers: { 200: customDataChanges },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readPart(await services(), id, 'customData')
});

export const PATCH = managementEndpoint({
	summary: 'Merge what is named into what is kept with the account; null takes a part away',
	body: customDataChanges,
	answers: { 200: customDataChanges },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, body, caller }) => mergePart(await services(), caller, { id, part: 'customData', changes: body })
});
