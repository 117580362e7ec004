import { z } from 'zod';
import { publicSettings } from '$lib/contract/public-settings.ts';
import { ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readExperience } from '$lib/server/usecases/read-experience.ts';

export const GET = endpoint({
	summary: 'What pages need of the settings; `appId` lays that application’s own look over them',
	query: z.object({ appId: z.string().optional() }),
	answers: { 200: publicSettings },
	revalidated: true,
	run: async ({ query }) => ok(await readExperience(await services(), query.appId ?? null))
});
