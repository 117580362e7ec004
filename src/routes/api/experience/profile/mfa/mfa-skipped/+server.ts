import { endpoint } from '$lib/server/http/endpoint.ts';
import { factorProblems, interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { chooseFactors } from '$lib/server/usecases/factors/bind-factor.ts';

export const POST = endpoint({
	summary: 'Decline the offer to set up a second factor, for good',
	answers: { 204: null },
	problems: [...interactionProblems, ...proofProblems, ...factorProblems, 'session.mfa.mfa_policy_not_user_controlled'],
	run: async ({ caller }) => chooseFactors(await services(), caller, 'skipped')
});
