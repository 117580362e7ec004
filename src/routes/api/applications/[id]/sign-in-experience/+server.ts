import { applicationExperienceAnswer, applicationExperienceBody } from '$lib/contract/applications.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readApplicationExperience, writeApplicationExperience } from '$lib/server/usecases/applications/experience.ts';

export const GET = managementEndpoint({
	summary: 'Read what pages show differently for an application; 404 where it looks like all others',
	answers: { 200: applicationExperienceAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readApplicationExperience(await services(), id)
});

export const PUT = managementEndpoint({
	summary: 'Replace what pages show differently for an application',
	body: applicationExperienceBody,
	answers: { 200: applicationExperienceAnswer },
	problems: ['entity.not_exists_with_id', 'request.feature_not_supported'],
	run: async ({ id, body, caller }) => writeApplicationExperience(await services(), caller, id, body)
});
