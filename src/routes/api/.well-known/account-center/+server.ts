import { accountCenterAnswer } from '$lib/contract/account/center.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { readAccountCenter } from '$lib/server/usecases/my-account/account-center.ts';

export const GET = endpoint({
	summary: 'What people may see and change of their own account',
	answers: { 200: accountCenterAnswer },
	run: async () => readAccountCenter(await services())
});
