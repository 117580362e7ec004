import { consentBody } from '$lib/contract/consent.ts';
import { endpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { answerConsent } from '$lib/server/usecases/answer-consent.ts';
import { readConsent } from '$lib/server/usecases/read-consent.ts';

export const GET = endpoint({ run: async ({ caller }) => readConsent(await services(), caller) });

export const POST = endpoint({
	body: consentBody,
	run: async ({ body, caller }) => answerConsent(await services(), caller, body)
});
