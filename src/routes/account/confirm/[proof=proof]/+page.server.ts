// One way to show who asks, and back to where it was asked for.
import { redirect } from '@sveltejs/kit';
import { insideAccount } from '$lib/account/address.ts';
import { accountApi } from '$lib/account/api.ts';
import { accountAction } from '$lib/account/form.ts';
import { proofForm } from '$lib/account/forms.ts';
import { loginOf } from '$lib/account/overview.ts';
import { isCodeMethod, offeredMethods, proveBy, sendProofCode } from '$lib/account/prove.ts';
import { clockOf } from '$lib/account/sent-code.ts';
import { openSession } from '$lib/account/session.ts';
import { myAccount } from '$lib/contract/account/profile.ts';
import { sendForm } from '$lib/contract/forms.ts';
import { refuse } from '$lib/contract/result.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const factor = event.params.proof;
	const query = new URLSearchParams({ to: insideAccount(event.url.searchParams.get('to')) });
	const [methods, me, { sent }] = await Promise.all([
		offeredMethods(api),
		api.get('my-account', myAccount),
		openSession(event)
	]);
	const offer = methods.find(({ type }) => type === factor);
	// What does not count any more is not asked for.
	if (!offer) redirect(303, `/account/confirm?${query}`);
	const clock = sent && clockOf(sent);
	const isSent = isCodeMethod(factor) && sent?.type === factor && clock && clock.expiresAt > clock.now;
	return {
		factor,
		shown: factor === 'Password' ? loginOf(me) : offer.maskedIdentifier,
		sent: isSent ? { verificationId: sent.id, ...clock } : undefined,
		resent: event.url.searchParams.has('resent'),
		actions: { verify: `?/verify&${query}`, send: `?/send&${query}` },
		links: { another: methods.length > 1 ? `/account/confirm?choose&${query}` : undefined }
	};
};

export const actions: Actions = {
	verify: accountAction(proofForm, (form, api, event: RequestEvent) => proveBy(event.params.proof, form, api, event)),
	send: accountAction(sendForm, async (form, api, event: RequestEvent) => {
		const method = event.params.proof;
		return isCodeMethod(method) ? sendProofCode(method, form, api, event) : refuse('guard.invalid_input');
	})
};
