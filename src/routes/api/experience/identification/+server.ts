import { createdAnswer, identifyBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	blocklistProblems,
	closedProblems,
	interactionProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { identify } from '$lib/server/usecases/identify.ts';

export const POST = endpoint({
	summary: 'Say who it is, by what was verified; 201 where an account will be made',
	body: identifyBody,
	answers: { 201: createdAnswer, 204: null },
	problems: [
		...interactionProblems,
		...proofProblems,
		...closedProblems,
		...blocklistProblems,
		{ code: 'session.not_supported_for_forgot_password', status: 422 },
		'user.missing_profile',
		'password.rejected',
		'user.username_already_in_use',
		'user.email_already_in_use',
		'user.phone_already_in_use'
	],
	run: async ({ body, caller }) => identify(await services(), caller, body.verificationId),
	status: ({ created }) => (created ? 201 : 204)
});
