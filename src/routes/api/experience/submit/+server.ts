import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { submit } from '$lib/server/usecases/submit.ts';

export const POST = endpoint({ run: async ({ caller }) => submit(await services(), caller) });
