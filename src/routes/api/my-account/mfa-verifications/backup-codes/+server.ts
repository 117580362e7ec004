import { myBackupCodes } from '$lib/contract/account/factors.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { listMyBackupCodes } from '$lib/server/usecases/my-account/factor-means.ts';

export const GET = accountEndpoint({
	summary: 'Which backup codes were used; the codes themselves are not kept',
	access: { scopes: ['identities'], field: 'mfa', proven: true },
	answers: { 200: myBackupCodes },
	problems: ['entity.not_found'],
	run: async ({ caller }) => listMyBackupCodes(await services(), caller)
});
