import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readInteraction } from '$lib/server/usecases/read-interaction.ts';

export const GET = endpoint({ run: async ({ caller }) => readInteraction(await services(), caller) });
