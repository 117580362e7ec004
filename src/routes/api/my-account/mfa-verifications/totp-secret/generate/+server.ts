import { newTotpSecret } from '$lib/contract/account/factors.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { makeTotpSecret } from '$lib/server/usecases/my-account/factor-means.ts';

export const POST = accountEndpoint({
	summary: 'A new key for an authenticator app, as text and as a picture',
	access: { scopes: ['identities'], field: 'mfa', changes: true },
	answers: { 200: newTotpSecret },
	run: async ({ caller }) => makeTotpSecret(await services(), caller)
});
