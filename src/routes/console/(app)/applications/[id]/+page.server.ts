// One application: its guide, its addresses, its secrets.
import { redirect } from '@sveltejs/kit';
import { manage } from '$lib/console/api.ts';
import { linesOf, readFields, refused } from '$lib/console/form.ts';
import { isConfidential } from '$lib/contract/application-types.ts';
import type { ApplicationAnswer, ApplicationSecretAnswer } from '$lib/contract/applications.ts';
import type { Actions, PageServerLoad } from './$types';

const dayMs = 86_400_000;

export const load: PageServerLoad = async (event) => {
	const api = manage(event);
	const path = `applications/${event.params.id}`;
	const application = await api.get<ApplicationAnswer>(path);
	const secrets = isConfidential(application.type) ? await api.get<ApplicationSecretAnswer[]>(`${path}/secrets`) : [];
	// For the application's own cookies: whoever follows the guide needs one, and shall not think one up.
	const sessionSecret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
	return { application, secrets, endpoint: event.url.origin, sessionSecret };
};

export const actions: Actions = {
	save: async (event) => {
		const values = await readFields(event.request);
		const answer = await manage(event).ask('PATCH', `applications/${event.params.id}`, {
			name: values.name?.trim(),
			description: values.description?.trim() || null,
			...('redirectUris' in values && { oidcClientMetadata: addressesOf(values) })
		});
		return answer.ok ? { saved: true } : refused(answer.refusal, values);
	},
	register: async (event) => {
		const values = await readFields(event.request);
		const answer = await manage(event).ask('PATCH', `applications/${event.params.id}`, {
			oidcClientMetadata: addressesOf(values)
		});
		return answer.ok ? { registered: true } : refused(answer.refusal, values);
	},
	createSecret: async (event) => {
		const { secretName = '', days = '' } = await readFields(event.request);
		const expiresAt = days === '' ? null : Date.now() + Number(days) * dayMs;
		const body = { name: secretName.trim(), expiresAt };
		const answer = await manage(event).ask<ApplicationSecretAnswer>(
			'POST',
			`applications/${event.params.id}/secrets`,
			body
		);
		if (!answer.ok) return refused(answer.refusal, { secretName, days });
		return { secret: { name: answer.value.name, value: answer.value.value } };
	},
	removeSecret: async (event) => {
		const { name = '' } = await readFields(event.request);
		const path = `applications/${event.params.id}/secrets/${encodeURIComponent(name)}`;
		const answer = await manage(event).ask('DELETE', path);
		return answer.ok ? { removed: name } : refused(answer.refusal);
	},
	remove: async (event) => {
		const answer = await manage(event).ask('DELETE', `applications/${event.params.id}`);
		if (!answer.ok) return refused(answer.refusal);
		redirect(303, '/console/applications');
	}
};

function addressesOf({ redirectUris, postLogoutRedirectUris }: Record<string, string>) {
	return { redirectUris: linesOf(redirectUris), postLogoutRedirectUris: linesOf(postLogoutRedirectUris) };
}
