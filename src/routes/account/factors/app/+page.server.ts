// An authenticator app is set up, or another one in place of it. Opening the page keeps nothing: the key goes with the form.
import { accountApi } from '$lib/account/api.ts';
import { isOffered } from '$lib/account/factors.ts';
import { accountAction, after } from '$lib/account/form.ts';
import { newAppForm } from '$lib/account/forms.ts';
import { needEditable } from '$lib/account/guard.ts';
import { needProof } from '$lib/account/proof.ts';
import { myFactors, newTotpSecret } from '$lib/contract/account/factors.ts';
import { refuse } from '$lib/contract/result.ts';
import { readCode } from '$lib/experience/journeys/read-identifier.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	await needEditable(api, 'mfa', event.url);
	if (!isOffered((await event.parent()).settings, 'Totp')) return { isOff: true, made: undefined };
	await needProof(event);
	// A code that was refused belongs to the key that the form had.
	if (event.request.method === 'POST') return { isOff: false, made: undefined };
	const path = 'my-account/mfa-verifications/totp-secret/generate';
	const made = await api.ask('POST', path, newTotpSecret);
	return { isOff: false, made: made.ok ? made.value : undefined };
};

export const actions: Actions = {
	default: accountAction(
		newAppForm,
		async ({ secret, code: typed }, api) => {
			const code = readCode(typed);
			if (!code) return refuse('session.mfa.invalid_totp_code');
			const factors = await api.get('my-account/mfa-verifications', myFactors);
			const isSet = factors.some(({ type }) => type === 'Totp');
			const bound = isSet
				? await api.send('PUT', 'my-account/mfa-verifications/totp', { secret, code })
				: await api.send('POST', 'my-account/mfa-verifications', { type: 'Totp', secret, code });
			return after(bound, '/account/factors', 'saved');
		},
		{ echo: ['secret', 'qrCode'] }
	)
};
