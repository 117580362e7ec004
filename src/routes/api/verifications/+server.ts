import { proofOffers } from '$lib/contract/account/verifications.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readProofMethods } from '$lib/server/usecases/my-account/prove.ts';

export const GET = accountEndpoint({
	summary: 'By what the account can prove who asks, the best first',
	access: { changes: true },
	answers: { 200: proofOffers },
	run: async ({ caller }) => readProofMethods(await services(), caller)
});
