// A new number or address: where a code is to go.
import { accountApi } from '$lib/account/api.ts';
import { sendToNew } from '$lib/account/contact.ts';
import { accountAction } from '$lib/account/form.ts';
import { contactForm } from '$lib/account/forms.ts';
import { needEditable } from '$lib/account/guard.ts';
import { contactOf } from '$lib/account/overview.ts';
import { needProof, takeTyped } from '$lib/account/proof.ts';
import { myAccount } from '$lib/contract/account/profile.ts';
import { likelyCountries } from '$lib/experience/i18n/likely-countries.ts';
import { refusalIn } from '$lib/experience/journeys/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const kind = event.params.contact;
	await needEditable(api, kind, event.url);
	await needProof(event);
	const [me, typed, { settings }] = await Promise.all([
		api.get('my-account', myAccount),
		takeTyped(event),
		event.parent()
	]);
	return {
		kind,
		isSet: contactOf(me, kind).value !== undefined,
		typed: refusalIn(event.url, typed?.values ?? {}) ?? typed,
		country: settings.defaultCountry,
		likelyCountries: likelyCountries(settings.defaultCountry, settings, event.request)
	};
};

export const actions: Actions = {
	default: accountAction(contactForm, (form, api, event: RequestEvent) =>
		sendToNew(api, event, event.params.contact, form)
	)
};
