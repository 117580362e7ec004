import { trustedDevicesScope } from '$lib/contract/account/access.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { endMyTrustedDevice } from '$lib/server/usecases/my-account/trusted-devices.ts';

export const DELETE = accountEndpoint({
	summary: 'Have the next sign-in there ask for a second factor again',
	access: { scopes: [trustedDevicesScope], field: 'trustedDevice', changes: true, proven: true },
	answers: { 204: null },
	run: async ({ id, caller }) => endMyTrustedDevice(await services(), caller, id)
});
