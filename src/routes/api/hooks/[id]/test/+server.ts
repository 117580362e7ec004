import { hookTest } from '$lib/contract/hooks.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { testHook } from '$lib/server/usecases/hooks/test.ts';

export const POST = managementEndpoint({
	summary: 'Send invented events to an address that need not be saved',
	body: hookTest,
	answers: { 204: null },
	problems: [
		'entity.not_exists_with_id',
		'hook.endpoint_not_allowed',
		'hook.send_test_payload_failed',
		'hook.endpoint_responded_with_error'
	],
	run: async ({ id, body, caller }) => testHook(await services(), caller, id, body)
});
