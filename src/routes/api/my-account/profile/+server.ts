import { myProfileAnswer, myProfileBody } from '$lib/contract/account/profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { replaceProfile } from '$lib/server/usecases/my-account/change-me.ts';

export const PATCH = accountEndpoint({
	summary: 'Replace the profile; an address needs its scope',
	access: { scopes: ['profile'], field: 'profile', changes: true },
	body: myProfileBody,
	answers: { 200: myProfileAnswer },
	run: async ({ body, caller }) => replaceProfile(await services(), caller, body)
});
