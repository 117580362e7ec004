// A proof of work that is wanted before a code is sent, or before the end: the browser does it, or the person waits.
import { redirect } from '@sveltejs/kit';
import { proofForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { firstPage } from '$lib/experience/journeys/flow.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import { proveWork } from '$lib/experience/journeys/prove-work.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params: { stage }, url, parent }) => {
	const { interaction } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? firstPage(stage), url));
	const { captcha, now = Date.now() } = interaction.value;
	if (!captcha.wanted) redirect(303, hrefOf(firstPage(stage), url));
	const { id, bits, readyAt } = captcha.wanted;
	return {
		challenge: id,
		bits,
		wait: Math.max(0, Math.ceil((readyAt - now) / 1000)),
		links: { change: hrefOf(firstPage(stage), url) }
	};
};

export const actions: Actions = {
	default: formAction(proofForm, ({ nonce }, api, { params: { stage } }: RequestEvent) => proveWork(api, stage, nonce))
};
