import { applicationAnswer, applicationChanges } from '$lib/contract/applications.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changeApplication, dropApplication } from '$lib/server/usecases/applications/manage.ts';
import { readApplication } from '$lib/server/usecases/applications/read.ts';

export const GET = managementEndpoint({
	summary: 'Read an application',
	answers: { 200: applicationAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readApplication(await services(), id)
});

export const PATCH = managementEndpoint({
	summary: 'Change what is named; a list of addresses replaces the whole list',
	body: applicationChanges,
	answers: { 200: applicationAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, body, caller }) => changeApplication(await services(), caller, id, body)
});

export const DELETE = managementEndpoint({
	summary: 'Delete an application; nobody can sign in to it any more',
	answers: { 204: null },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id, caller }) => dropApplication(await services(), caller, id)
});
