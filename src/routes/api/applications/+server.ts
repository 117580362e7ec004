import { z } from 'zod';
import { applicationAnswer, applicationQuery, createdApplication, newApplication } from '$lib/contract/applications.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { renderPage } from '$lib/server/http/render-page.ts';
import { services } from '$lib/server/services.ts';
import { addApplication } from '$lib/server/usecases/applications/manage.ts';
import { listApplications } from '$lib/server/usecases/applications/read.ts';

export const GET = managementEndpoint({
	summary: 'List applications, newest first; `search` finds a part of a name, or an id',
	query: applicationQuery,
	answers: { 200: z.array(applicationAnswer) },
	run: async ({ query }) => listApplications(await services(), query),
	render: renderPage
});

export const POST = managementEndpoint({
	summary: 'Register an application; this answer alone holds its secret',
	body: newApplication,
	answers: { 200: createdApplication },
	run: async ({ body, caller }) => addApplication(await services(), caller, body)
});
