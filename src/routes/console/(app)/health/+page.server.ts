import { manage } from '$lib/console/api.ts';
import { inWords, type Connector } from '$lib/console/connectors.ts';
import type { HealthAnswer } from '$lib/contract/health.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const [report, connectors, { consoleLocale }] = await Promise.all([
		api.get<HealthAnswer>('health-report'),
		api.get<Connector[]>('connectors'),
		event.parent()
	]);
	const names = Object.fromEntries(connectors.map(({ id, name }) => [id, inWords(name, consoleLocale)]));
	return { report, names };
};
