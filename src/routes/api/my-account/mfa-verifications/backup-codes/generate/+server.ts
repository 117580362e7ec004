import { newBackupCodes } from '$lib/contract/account/factors.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { makeMyBackupCodes } from '$lib/server/usecases/my-account/factor-means.ts';

export const POST = accountEndpoint({
	summary: 'Ten new backup codes, in force once they are bound',
	access: { scopes: ['identities'], field: 'mfa', changes: true, proven: true },
	answers: { 200: newBackupCodes },
	run: async ({ caller }) => makeMyBackupCodes(await services(), caller)
});
