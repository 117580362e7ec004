import { ok } from '$lib/contract/result.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readExperience } from '$lib/server/usecases/read-experience.ts';

export const GET = endpoint({ run: async () => ok(await readExperience(await services())) });
