import { logAnswer } from '$lib/contract/logs.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readLog } from '$lib/server/usecases/logs.ts';

export const GET = managementEndpoint({
	summary: 'Read one entry of the log',
	answers: { 200: logAnswer },
	problems: ['entity.not_exists_with_id'],
	run: async ({ id }) => readLog(await services(), id)
});
