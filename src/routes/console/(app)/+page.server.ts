// What is set up already, asked of the API: nobody ticks these boxes by hand.
import type { Account } from '$lib/console/accounts.ts';
import { manage } from '$lib/console/api.ts';
import type { ApplicationAnswer } from '$lib/contract/applications.ts';
import type { HealthAnswer } from '$lib/contract/health.ts';
import { defaultSettings, type Settings } from '$lib/contract/settings.ts';
import type { PageServerLoad } from './$types';

const builtIn = 'demo-app';

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const [applications, health, settings, users] = await Promise.all([
		api.get<ApplicationAnswer[]>('applications'),
		api.get<HealthAnswer>('health-report'),
		api.get<Settings>('sign-in-exp'),
		api.get<Account[]>('users?page_size=20')
	]);
	const { me } = await event.parent();
	return {
		done: {
			password: me.hasPassword,
			application: applications.some(({ id }) => id !== builtIn),
			connector: health.connectors.some(({ enabled }) => enabled),
			experience: JSON.stringify(settings) !== JSON.stringify(defaultSettings),
			user: users.some(({ id, lastSignInAt }) => id !== me.id && lastSignInAt !== null)
		}
	};
};
