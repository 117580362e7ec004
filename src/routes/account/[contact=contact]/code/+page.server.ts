// The code that went to the new number or address.
import { redirect } from '@sveltejs/kit';
import { accountApi } from '$lib/account/api.ts';
import { enterNewCode, sendAgain } from '$lib/account/contact.ts';
import { accountAction } from '$lib/account/form.ts';
import { awaitedCodeForm, typedCodeForm } from '$lib/account/forms.ts';
import { needEditable } from '$lib/account/guard.ts';
import { openSession } from '$lib/account/session.ts';
import { clockOf } from '$lib/account/sent-code.ts';
import { formatPhone } from '$lib/contract/identifier.ts';
import { refusalIn } from '$lib/experience/journeys/refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const kind = event.params.contact;
	await needEditable(accountApi(event), kind, event.url);
	const { contact } = await openSession(event);
	if (contact?.type !== kind) redirect(303, `/account/${kind}/new`);
	return {
		kind,
		shown: kind === 'phone' ? formatPhone(contact.value) : contact.value,
		verificationId: contact.id,
		refusal: refusalIn(event.url, {}),
		resent: event.url.searchParams.has('resent'),
		...clockOf(contact),
		links: { change: `/account/${kind}/new` }
	};
};

export const actions: Actions = {
	verify: accountAction(typedCodeForm, (form, api, event: RequestEvent) =>
		enterNewCode(api, event, { type: event.params.contact, ...form })
	),
	resend: accountAction(awaitedCodeForm, (form, api, event: RequestEvent) =>
		sendAgain(api, event, { type: event.params.contact, ...form })
	)
};
