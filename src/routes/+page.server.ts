// The origin's own address: the demonstration shows itself, a production says nothing.
import { error, redirect } from '@sveltejs/kit';
import type { PublicSettings } from '$lib/contract/settings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => {
	const response = await fetch('/api/.well-known/sign-in-exp');
	const settings = response.ok ? ((await response.json()) as PublicSettings) : undefined;
	if (settings?.isDevelopmentTenant) redirect(303, '/demo-app');
	error(404);
};
