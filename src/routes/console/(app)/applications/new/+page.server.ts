// Creates an application. The answer alone holds its secret, so that it is shown here, once.
import { manage } from '$lib/console/api.ts';
import { readFields, refused } from '$lib/console/form.ts';
import { guides } from '$lib/console/guides.ts';
import type { CreatedApplication } from '$lib/contract/applications.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const { name = '', kind = '' } = await readFields(event.request);
		const guide = Object.hasOwn(guides, kind) ? guides[kind] : undefined;
		const answer = await manage(event).ask<CreatedApplication>('POST', 'applications', {
			name: name.trim(),
			type: guide?.type ?? kind,
			// A machine signs nobody in: no address belongs to it.
			...(guide && {
				// Its guide opens with it from then on.
				customData: { guide: kind },
				oidcClientMetadata: { redirectUris: [guide.redirectUri], postLogoutRedirectUris: [guide.postLogoutUri] }
			})
		});
		if (!answer.ok) return refused(answer.refusal, { name, kind });
		const { id, secret } = answer.value;
		return { created: { id, name: answer.value.name, secret, guide: guide ? kind : undefined } };
	}
};
