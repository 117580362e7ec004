// What carries codes, in the order in which it is tried, and what could.
import { manage } from '$lib/console/api.ts';
import type { Connector, Factory } from '$lib/console/connectors.ts';
import { readFields, refused } from '$lib/console/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const [connectors, factories] = await Promise.all([
		api.get<Connector[]>('connectors'),
		api.get<Factory[]>('connector-factories')
	]);
	return { connectors, factories };
};

export const actions: Actions = {
	order: async (event) => {
		const { ids = '' } = await readFields(event.request);
		const answer = await manage(event).ask('PUT', 'connectors/order', { ids: ids.split(' ').filter(Boolean) });
		return answer.ok ? { ordered: true } : refused(answer.refusal);
	}
};
