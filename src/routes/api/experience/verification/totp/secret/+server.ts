import { totpSecretAnswer } from '$lib/contract/factors.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { factorProblems, interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { readTotp } from '$lib/server/usecases/factors/read-totp.ts';
import { setUpTotp } from '$lib/server/usecases/factors/set-up-totp.ts';

export const POST = endpoint({
	summary: 'Make a key for an authenticator app; it is shown this once',
	answers: { 200: totpSecretAnswer },
	problems: [...interactionProblems, ...proofProblems, ...factorProblems, 'user.totp_already_in_use'],
	run: async ({ caller }) => setUpTotp(await services(), caller)
});

export const GET = endpoint({
	summary: 'Show the key that is being set up again, until it is confirmed',
	answers: { 200: totpSecretAnswer },
	problems: ['session.not_found', 'session.verification_session_not_found'],
	run: async ({ caller }) => readTotp(await services(), caller)
});
