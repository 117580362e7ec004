import { redirect } from '@sveltejs/kit';
import { manage } from '$lib/console/api.ts';
import { emptyConfig, parseConfig, type Connector, type Factory } from '$lib/console/connectors.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { testConnector } from '$lib/console/test-connector.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const factory = await manage(event).get<Factory>(`connector-factories/${event.params.factory}`);
	return { factory, stored: emptyConfig(factory) };
};

export const actions: Actions = {
	test: (event) => testConnector(event),
	save: async (event) => {
		const { config = '{}' } = await readFields(event.request);
		const body = { connectorId: event.params.factory, config: parseConfig(config) ?? null };
		const answer = await manage(event).ask<Connector>('POST', 'connectors', body);
		if (!answer.ok) return refused(answer.refusal);
		redirect(303, `/console/connectors/${answer.value.id}?saved`);
	}
};
