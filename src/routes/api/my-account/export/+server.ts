import { accountScopes, trustedDevicesScope } from '$lib/contract/account/access.ts';
import { myExport } from '$lib/contract/account/profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { exportMe } from '$lib/server/usecases/my-account/export-me.ts';

export const GET = accountEndpoint({
	summary: 'Everything that is kept about the person',
	// Applications have asked for it since before there was the last scope.
	access: { scopes: accountScopes.filter((one) => one !== trustedDevicesScope), changes: true, proven: true },
	answers: { 200: myExport },
	run: async ({ caller }) => exportMe(await services(), caller)
});
