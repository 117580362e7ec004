import { sendFactorCodeBody } from '$lib/contract/factors.ts';
import { verificationIdAnswer } from '$lib/contract/schemas.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { factorProblems, interactionProblems, proofProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { sendFactorCode } from '$lib/server/usecases/factors/send-factor-code.ts';

export const POST = endpoint({
	summary: 'Send a code to the account’s own number or address, as a second proof',
	body: sendFactorCodeBody,
	answers: { 200: verificationIdAnswer },
	problems: [
		...interactionProblems,
		...proofProblems,
		...factorProblems,
		'session.captcha_required',
		'request.message_rate_limited',
		'connector.not_found',
		'connector.general',
		'connector.invalid_config',
		'connector.template_not_found',
		'connector.number_rejected',
		'connector.country_not_supported',
		'connector.rate_limit_exceeded'
	],
	run: async ({ body, caller }) => sendFactorCode(await services(), caller, body.identifierType)
});
