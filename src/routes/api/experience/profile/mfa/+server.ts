import { bindFactorBody } from '$lib/contract/factors.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { factorProblems, interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { bindFactor } from '$lib/server/usecases/factors/bind-factor.ts';

export const POST = endpoint({
	summary: 'Give the account a second factor that was set up in this interaction',
	body: bindFactorBody,
	answers: { 204: null },
	problems: [
		...interactionProblems,
		...proofProblems,
		...factorProblems,
		'user.totp_already_in_use',
		'session.mfa.backup_code_can_not_be_alone'
	],
	run: async ({ body, caller }) => bindFactor(await services(), caller, body)
});
