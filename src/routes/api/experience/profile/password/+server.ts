import { newPasswordBody } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { choosePassword } from '$lib/server/usecases/choose-password.ts';

export const PUT = endpoint({
	summary: 'Choose a new password instead of a forgotten one; submit puts it in force',
	body: newPasswordBody,
	answers: { 204: null },
	problems: [...interactionProblems, ...proofProblems, 'auth.forbidden', 'user.same_password', 'password.rejected'],
	run: async ({ body, caller }) => choosePassword(await services(), caller, body.password)
});
