import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { removeMyFactor } from '$lib/server/usecases/my-account/factors.ts';

export const DELETE = accountEndpoint({
	summary: 'Take a second factor or a passkey away',
	access: { scopes: ['identities'], changes: true, proven: true },
	answers: { 204: null },
	problems: ['verification_record.not_found', 'account_center.field_not_editable', 'user.last_sign_in_method_required'],
	run: async ({ id, caller }) => removeMyFactor(await services(), caller, id)
});
