import { manage } from '$lib/console/api.ts';
import type { Application } from '$lib/console/applications.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	applications: await manage(event).get<Application[]>('applications?page_size=100')
});
