// Creates an application; its guide is the next page.
import { redirect } from '@sveltejs/kit';
import { manage } from '$lib/console/api.ts';
import type { Application } from '$lib/console/applications.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { guides } from '$lib/console/guides.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const { name = '', kind = '' } = await readFields(event.request);
		const guide = guides[kind];
		const answer = await manage(event).ask<Application>('POST', 'applications', {
			name: name.trim(),
			type: guide?.type ?? kind,
			// A machine signs nobody in: no address belongs to it.
			...(guide && {
				oidcClientMetadata: { redirectUris: [guide.redirectUri], postLogoutRedirectUris: [guide.postLogoutUri] }
			})
		});
		if (!answer.ok) return refused(answer.refusal, { name, kind });
		redirect(303, `/console/applications/${answer.value.id}?created${guide ? `&guide=${kind}` : ''}`);
	}
};
