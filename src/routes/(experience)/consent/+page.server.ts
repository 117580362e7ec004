// May this application have what it asks for? Third parties only; the answer is the person's.
import { error, redirect } from '@sveltejs/kit';
import { consentForm, emptyForm } from '$lib/contract/forms.ts';
import { reader } from '$lib/experience/client.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hintOf, hrefOf } from '$lib/experience/journeys/address.ts';
import { answerConsent, failureOf, pageInstead, readConsent } from '$lib/experience/journeys/consent.ts';
import { isOutage, leaveFor } from '$lib/experience/journeys/guard.ts';
import { anotherAccount } from '$lib/experience/journeys/remembered.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url, fetch, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	const another = anotherAccount(url, locals.accounts, settings, Date.now());
	const asked = await reader(fetch, hintOf(url)).consent();
	if (isOutage(asked)) error(503);
	if (!asked.ok) {
		const instead = pageInstead(asked.problem.code);
		if (instead) redirect(303, hrefOf(instead, url));
		const failure = failureOf(asked.problem.code) ?? ('error' as const);
		return { failure, links: failure === 'suspended' ? { another } : undefined };
	}

	return {
		asked: readConsent(asked.value),
		actions: actionsOf('/consent', url, ['allow', 'deny']),
		links: { another }
	};
};

export const actions: Actions = {
	allow: formAction(consentForm, ({ version }, api) => answerConsent(api, { version })),
	deny: formAction(emptyForm, (_nothing, api) => answerConsent(api, { deny: true }))
};
