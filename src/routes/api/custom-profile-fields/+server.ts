import { z } from 'zod';
import { profileFieldAnswer, profileFieldBody } from '$lib/contract/custom-profile-fields.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { settingsProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { addProfileField, listProfileFields } from '$lib/server/usecases/custom-profile-fields.ts';

export const GET = managementEndpoint({
	summary: 'List the profile fields that sign-up can ask for',
	answers: { 200: z.array(profileFieldAnswer) },
	run: async () => listProfileFields(await services())
});

export const POST = managementEndpoint({
	summary: 'Add a profile field that sign-up can ask for',
	body: profileFieldBody,
	answers: { 201: profileFieldAnswer },
	problems: [...settingsProblems, 'entity.not_found'],
	run: async ({ body, caller }) => addProfileField(await services(), caller, body),
	status: 201
});
