import { trustedDevicesScope } from '$lib/contract/account/access.ts';
import { myTrustedDevices } from '$lib/contract/account/trusted-devices.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { listMyTrustedDevices } from '$lib/server/usecases/my-account/trusted-devices.ts';

export const GET = accountEndpoint({
	summary: 'Browsers in which no second factor is asked of the account',
	access: { scopes: [trustedDevicesScope], field: 'trustedDevice' },
	answers: { 200: myTrustedDevices },
	run: async ({ caller }) => listMyTrustedDevices(await services(), caller)
});
