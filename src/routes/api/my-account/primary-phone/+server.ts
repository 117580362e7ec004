import { myPhoneBody } from '$lib/contract/account/profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';

import { services } from '$lib/server/services.ts';
import { removeMyContact, replaceMyContact } from '$lib/server/usecases/my-account/contacts.ts';

const access = { scopes: ['phone' as const], field: 'phone' as const, changes: true, proven: true };

export const POST = accountEndpoint({
	summary: 'Have another number, proven by a code that was sent there',
	access,
	body: myPhoneBody,
	answers: { 204: null },
	problems: ['user.invalid_phone', 'verification_record.not_found', 'user.phone_already_in_use'],
	run: async ({ body, caller }) =>
		replaceMyContact(await services(), caller, {
			identifier: { type: 'phone', value: body.phone },
			recordId: body.newIdentifierVerificationRecordId
		})
});

export const DELETE = accountEndpoint({
	summary: 'Take the number away, if something else leads back in',
	access,
	answers: { 204: null },
	problems: ['entity.not_found', 'user.last_sign_in_method_required'],
	run: async ({ caller }) => removeMyContact(await services(), caller, 'phone')
});
