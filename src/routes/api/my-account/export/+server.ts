import { accountScopes } from '$lib/contract/account/access.ts';
import { myExport } from '$lib/contract/account/profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { exportMe } from '$lib/server/usecases/my-account/export-me.ts';

export const GET = accountEndpoint({
	summary: 'Everything that is kept about the person',
	access: { scopes: [...accountScopes], changes: true, proven: true },
	answers: { 200: myExport },
	run: async ({ caller }) => exportMe(await services(), caller)
});
