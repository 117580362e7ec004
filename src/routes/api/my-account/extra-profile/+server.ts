import { myExtraProfile, myExtraProfileBody } from '$lib/contract/account/extra-profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changeMyExtraProfile, readMyExtraProfile } from '$lib/server/usecases/my-account/extra-profile.ts';

const scopes = ['profile', 'address', 'custom_data'] as const;

export const GET = accountEndpoint({
	summary: 'The further fields that this installation has, and what the account has in them',
	access: { scopes: [...scopes], field: 'profile' },
	answers: { 200: myExtraProfile },
	run: async ({ caller }) => readMyExtraProfile(await services(), caller)
});

export const PATCH = accountEndpoint({
	summary: 'Fill in the further fields anew',
	access: { scopes: [...scopes], field: 'profile', changes: true },
	body: myExtraProfileBody,
	answers: { 200: myExtraProfile },
	run: async ({ body, caller }) => changeMyExtraProfile(await services(), caller, body)
});
