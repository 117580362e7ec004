import { customPhrasesAnswer, customPhrasesBody, customPhrasesChanges } from '$lib/contract/custom-phrases.ts';
import { readCatalogue } from '$lib/server/http/catalogue.ts';
import { managementEndpoint } from '$lib/server/http/endpoint.ts';
import { services } from '$lib/server/services.ts';
import { changePhrases, dropPhrases, readPhrases, writePhrases } from '$lib/server/usecases/custom-phrases.ts';

export const GET = managementEndpoint({
	summary: 'Read your own words in one language',
	answers: { 200: customPhrasesAnswer },
	run: async ({ params }) => readPhrases(await services(), params.languageTag ?? '')
});

export const PUT = managementEndpoint({
	summary: 'Replace your own words in one language; pages say them within a second',
	body: customPhrasesBody,
	answers: { 200: customPhrasesAnswer, 201: customPhrasesAnswer },
	problems: ['localization.invalid_translation_structure'],
	run: async ({ params, body, caller }) => {
		const languageTag = params.languageTag ?? '';
		const builtIn = await readCatalogue(languageTag);
		return writePhrases(await services(), caller, { languageTag, phrases: body, builtIn });
	},
	status: ({ outcome }) => (outcome === 'created' ? 201 : 200),
	render: ({ outcome: _outcome, ...phrases }) => ({ body: phrases })
});

export const PATCH = managementEndpoint({
	summary: 'Say single texts of one language in your own words; null says the built-in ones again',
	body: customPhrasesChanges,
	answers: { 200: customPhrasesAnswer },
	problems: ['localization.invalid_translation_structure'],
	run: async ({ params, body, caller }) => {
		const languageTag = params.languageTag ?? '';
		const builtIn = await readCatalogue(languageTag);
		return changePhrases(await services(), caller, { languageTag, phrases: body, builtIn });
	}
});

export const DELETE = managementEndpoint({
	summary: 'Go back to the built-in words of a language',
	answers: { 204: null },
	run: async ({ params, caller }) => dropPhrases(await services(), caller, params.languageTag ?? '')
});
