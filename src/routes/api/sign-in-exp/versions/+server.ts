import { z } from 'zod';
import { settingsVersionAnswer, settingsVersionQuery } from '$lib/contract/settings-draft.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { renderPage } from '$lib/server/http/render-page.ts';
import { services } from '$lib/server/services.ts';
import { listVersions } from '$lib/server/usecases/settings-draft/versions.ts';

export const GET = managementEndpoint({
	summary: 'List what the settings have been, newest first: the last hundred',
	query: settingsVersionQuery,
	answers: { 200: z.array(settingsVersionAnswer) },
	run: async ({ query }) => listVersions(await services(), query),
	render: renderPage
});
