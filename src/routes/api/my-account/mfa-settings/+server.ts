import { myFactorSettings } from '$lib/contract/account/factors.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changeMyFactorSettings, readMyFactorSettings } from '$lib/server/usecases/my-account/factor-means.ts';

export const GET = accountEndpoint({
	summary: 'Whether sign-in goes without a second factor, where the policy lets it',
	access: { scopes: ['identities'], field: 'mfa' },
	answers: { 200: myFactorSettings },
	run: ({ caller }) => readMyFactorSettings(caller)
});

export const PATCH = accountEndpoint({
	summary: 'Have sign-in ask for a second factor, or not',
	access: { scopes: ['identities'], field: 'mfa', changes: true, proven: true },
	body: myFactorSettings,
	answers: { 200: myFactorSettings },
	run: async ({ body, caller }) => changeMyFactorSettings(await services(), caller, body)
});
