import { profileBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	blocklistProblems,
	closedProblems,
	identifierProblems,
	interactionProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { completeProfile } from '$lib/server/usecases/complete-profile.ts';

export const POST = endpoint({
	summary: 'Add one thing that the account is to have',
	body: profileBody,
	answers: { 204: null },
	problems: [
		...interactionProblems,
		...proofProblems,
		...closedProblems,
		...blocklistProblems,
		...identifierProblems,
		'session.mfa.require_mfa_verification',
		'user.username_exists_in_profile',
		'user.email_exists_in_profile',
		'user.phone_exists_in_profile',
		'user.password_exists_in_profile',
		'password.rejected'
	],
	run: async ({ body, caller }) => completeProfile(await services(), caller, body)
});
