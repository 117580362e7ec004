import { consentAnswer, consentBody, consentedAnswer } from '$lib/contract/consent.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { consentProblems, interactionProblems } from '$lib/server/http/problem-groups.ts';
import { services } from '$lib/server/services.ts';
import { answerConsent } from '$lib/server/usecases/answer-consent.ts';
import { readConsent } from '$lib/server/usecases/read-consent.ts';

export const GET = endpoint({
	summary: 'What an application asks the person to agree to',
	answers: { 200: consentAnswer },
	problems: [...interactionProblems, ...consentProblems],
	run: async ({ caller }) => readConsent(await services(), caller)
});

export const POST = endpoint({
	summary: 'Agree to what was shown, or deny it',
	body: consentBody,
	answers: { 200: consentedAnswer },
	problems: [...interactionProblems, ...consentProblems],
	run: async ({ body, caller }) => answerConsent(await services(), caller, body)
});
