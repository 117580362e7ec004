import { healthAnswer } from '$lib/contract/health.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { sayProblem } from '$lib/server/http/say-problem.ts';
import { services } from '$lib/server/services.ts';
import { reportHealth } from '$lib/server/usecases/report-health.ts';

export const GET = managementEndpoint({
	summary: 'How the installation is doing: database, connectors, codes of the last day, keys, settings',
	answers: { 200: healthAnswer },
	run: async ({ caller }) => reportHealth(await services(), sayProblem(caller.locale))
});
