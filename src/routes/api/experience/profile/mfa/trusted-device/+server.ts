import { endpoint } from '$lib/server/http/endpoint.ts';
import { factorProblems, interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { trustDevice } from '$lib/server/usecases/factors/trust-device.ts';

export const POST = endpoint({
	summary: 'Ask for no second factor in this browser for a while, once this sign-in has ended',
	answers: { 204: null },
	problems: [...interactionProblems, ...proofProblems, ...factorProblems, 'auth.forbidden'],
	run: async ({ caller }) => trustDevice(await services(), caller)
});
