import { sharedComputerBody } from '$lib/contract/accounts.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { interactionProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { shareComputer } from '$lib/server/usecases/share-computer.ts';

export const PUT = endpoint({
	summary: 'Say whether others use this computer: its browser then keeps nothing of the sign-in',
	body: sharedComputerBody,
	answers: { 204: null },
	problems: interactionProblems,
	run: async ({ body, caller }) => shareComputer(await services(), caller, body.shared)
});
