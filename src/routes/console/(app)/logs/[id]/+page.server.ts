// One entry of the log.
import { manage } from '$lib/console/api.ts';
import type { LogAnswer } from '$lib/contract/logs.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	entry: await manage(event).get<LogAnswer>(`logs/${encodeURIComponent(event.params.id)}`)
});
