import { redirect } from '@sveltejs/kit';
import { manage } from '$lib/console/api.ts';
import { parseConfig, type Connector } from '$lib/console/connectors.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { testConnector } from '$lib/console/test-connector.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const connector = await manage(event).get<Connector>(`connectors/${event.params.id}`);
	return { connector, factory: { ...connector, id: connector.connectorId } };
};

export const actions: Actions = {
	test: (event) => testConnector(event, event.params.id),
	save: async (event) => {
		const { config = '{}' } = await readFields(event.request);
		// What is no object the API refuses.
		const body = { config: parseConfig(config) ?? null };
		const answer = await manage(event).ask('PATCH', `connectors/${event.params.id}`, body);
		return answer.ok ? { saved: true } : refused(answer.refusal);
	},
	enable: async (event) => {
		const { enabled } = await readFields(event.request);
		const answer = await manage(event).ask('PATCH', `connectors/${event.params.id}`, { enabled: enabled === 'on' });
		return answer.ok ? { saved: true } : refused(answer.refusal);
	},
	remove: async (event) => {
		const answer = await manage(event).ask('DELETE', `connectors/${event.params.id}`);
		if (!answer.ok) return refused(answer.refusal);
		redirect(303, '/console/connectors');
	}
};
