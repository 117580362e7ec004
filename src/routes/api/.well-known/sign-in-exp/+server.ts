import { ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readExperience } from '$lib/server/usecases/read-experience.ts';

/** `?appId` lays that application's own look over it. */
export const GET = endpoint({
	revalidated: true,
	run: async ({ url }) => ok(await readExperience(await services(), url.searchParams.get('appId')))
});
