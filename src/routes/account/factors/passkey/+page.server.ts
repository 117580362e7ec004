// A passkey is added; what it is called is asked afterwards.
import { accountApi } from '$lib/account/api.ts';
import { isOffered } from '$lib/account/factors.ts';
import { accountAction, type Outcome } from '$lib/account/form.ts';
import { needEditable } from '$lib/account/guard.ts';
import { needProof } from '$lib/account/proof.ts';
import { myFactors } from '$lib/contract/account/factors.ts';
import { recordIdAnswer } from '$lib/contract/account/verifications.ts';
import { passkeyForm } from '$lib/contract/forms.ts';
import { refuse } from '$lib/contract/result.ts';
import { readPayload, sayOfPasskey } from '$lib/experience/journeys/second-step.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	await needEditable(accountApi(event), 'passkey', event.url);
	const isOff = !isOffered((await event.parent()).settings, 'WebAuthn');
	if (!isOff) await needProof(event);
	return { isOff };
};

export const actions: Actions = {
	default: accountAction(passkeyForm, async ({ verificationId, payload }, api): Promise<Outcome> => {
		const answer = readPayload(payload);
		if (!answer) return refuse('session.mfa.webauthn_verification_failed');
		const body = { verificationRecordId: verificationId, payload: answer };
		const path = 'verifications/web-authn/registration/verify';
		const checked = sayOfPasskey(await api.ask('POST', path, recordIdAnswer, body));
		if (!checked.ok) return checked;
		const made = { type: 'WebAuthn', newIdentifierVerificationRecordId: verificationId };
		const bound = sayOfPasskey(await api.send('POST', 'my-account/mfa-verifications', made));
		if (!bound.ok) return bound;
		const factors = await api.get('my-account/mfa-verifications', myFactors);
		const newest = factors
			.filter(({ type }) => type === 'WebAuthn')
			.toSorted((one, other) => Date.parse(other.createdAt) - Date.parse(one.createdAt))[0];
		return newest ? { to: `/account/factors/${newest.id}?new` } : { to: '/account/factors', done: 'saved' };
	})
};
