import { myEmailBody } from '$lib/contract/account/profile.ts';
import { accountEndpoint } from '$lib/server/http/endpoint.ts';
import { blocklistProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { removeMyContact, replaceMyContact } from '$lib/server/usecases/my-account/contacts.ts';

const access = { scopes: ['email' as const], field: 'email' as const, changes: true, proven: true };

export const POST = accountEndpoint({
	summary: 'Have another address, proven by a code that was sent there',
	access,
	body: myEmailBody,
	answers: { 204: null },
	problems: [...blocklistProblems, 'user.invalid_email', 'verification_record.not_found', 'user.email_already_in_use'],
	run: async ({ body, caller }) =>
		replaceMyContact(await services(), caller, {
			identifier: { type: 'email', value: body.email },
			recordId: body.newIdentifierVerificationRecordId
		})
});

export const DELETE = accountEndpoint({
	summary: 'Take the address away, if something else leads back in',
	access,
	answers: { 204: null },
	problems: ['entity.not_found', 'user.last_sign_in_method_required', 'account_center.kept_for_administrator'],
	run: async ({ caller }) => removeMyContact(await services(), caller, 'email')
});
