import { z } from 'zod';
import { profileFieldAnswer, profileFieldOrder } from '$lib/contract/custom-profile-fields.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { settingsProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { orderProfileFields } from '$lib/server/usecases/custom-profile-fields.ts';

export const POST = managementEndpoint({
	summary: 'Say in which order the profile fields are listed',
	body: profileFieldOrder,
	answers: { 200: z.array(profileFieldAnswer) },
	problems: [...settingsProblems, 'entity.not_found'],
	run: async ({ body, caller }) => orderProfileFields(await services(), caller, body)
});
