import { manage } from '$lib/console/api.ts';
import type { HealthAnswer } from '$lib/contract/health.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	report: await manage(event).get<HealthAnswer>('health-report')
});
