import { profileAnswer, profileChanges } from '$lib/contract/users.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { mergePart } from '$lib/server/usecases/accounts/merge.ts';

export const PATCH = managementEndpoint({
	summary: 'Merge what is named into the profile of the account',
	body: profileChanges,
	answers: { 200: profileAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, body, caller }) => mergePart(await services(), caller, { id, part: 'profile', changes: body })
});
