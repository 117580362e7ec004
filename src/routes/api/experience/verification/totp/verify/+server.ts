import { checkTotpBody } from '$lib/contract/factors.ts';
import { verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import {
	factorProblems,
	interactionProblems,
	lockoutProblems,
	proofProblems
} from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { checkTotp } from '$lib/server/usecases/factors/check-totp.ts';

export const POST = endpoint({
	summary: "Try an authenticator app's code: of a new key where its record is named, else of the account's own",
	body: checkTotpBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...factorProblems,
		...lockoutProblems,
		'session.mfa.invalid_totp_code'
	],
	run: async ({ body, caller }) => checkTotp(await services(), caller, body)
});
