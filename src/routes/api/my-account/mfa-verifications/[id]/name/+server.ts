import { passkeyNameBody } from '$lib/contract/account/factors.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { nameMyPasskey } from '$lib/server/usecases/my-account/factor-means.ts';

export const PATCH = accountEndpoint({
	summary: 'Call a passkey something',
	access: { scopes: ['identities'], field: 'passkey', changes: true },
	body: passkeyNameBody,
	status: 200,
	answers: { 200: null },
	problems: ['verification_record.not_found'],
	run: async ({ id, body, caller }) => nameMyPasskey(await services(), caller, { id, name: body.name })
});
