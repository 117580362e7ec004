// One second factor is shown: each by a form of its own, and codes by message are sent on the way here or by a button.
import { redirect } from '@sveltejs/kit';
import { factorCodeForm, newFactorForm, passkeyForm, sendForm } from '$lib/contract/forms.ts';
import { refuse } from '$lib/contract/result.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hrefOf } from '$lib/experience/journeys/address.ts';
import {
	isCodeFactor,
	sendFactorCode,
	sentFactorCode,
	showBackupCode,
	showFactorCode,
	showPasskey,
	showTotp
} from '$lib/experience/journeys/second-step.ts';
import { openSecondStep } from '../../second-step.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params: { factor }, url, parent }) => {
	const { interaction } = await parent();
	const { availableFactors = [], maskedIdentifiers = {} } = openSecondStep(interaction, url) ?? {};
	if (!availableFactors.includes(factor)) redirect(303, hrefOf('/mfa-verification', url, { gone: '1' }));
	const sent = interaction.ok && isCodeFactor(factor) ? sentFactorCode(interaction.value, factor) : undefined;
	const now = interaction.ok ? (interaction.value.now ?? Date.now()) : Date.now();
	return {
		factor,
		shown: maskedIdentifiers[factor],
		sent: sent && {
			verificationId: sent.id,
			now,
			expiresAt: sent.expiresAt,
			resendAt: sent.resendAt,
			originBound: sent.originBound
		},
		canTrust: interaction.ok && interaction.value.trustedDevice?.canCreate === true,
		gone: url.searchParams.has('gone'),
		resent: url.searchParams.has('resent'),
		actions: actionsOf(`/mfa-verification/${factor}`, url, ['verify', 'send']),
		links: { another: availableFactors.length > 1 ? hrefOf('/mfa-verification', url) : undefined }
	};
};

const typed = formAction(factorCodeForm, (form, api, { params: { factor } }: RequestEvent) =>
	factor === 'Totp' ? showTotp(api, form) : showBackupCode(api, form)
);
const byMessage = formAction(newFactorForm, async (form, api, { params: { factor } }: RequestEvent) =>
	isCodeFactor(factor) ? showFactorCode(api, factor, form) : refuse('guard.invalid_input')
);
const passkey = formAction(passkeyForm, (form, api) => showPasskey(api, form));

export const actions: Actions = {
	verify: (event: RequestEvent) => {
		if (event.params.factor === 'WebAuthn') return passkey(event);
		return isCodeFactor(event.params.factor) ? byMessage(event) : typed(event);
	},
	send: formAction(sendForm, async (form, api, { params: { factor } }: RequestEvent) =>
		isCodeFactor(factor) ? sendFactorCode(api, factor, form) : refuse('guard.invalid_input')
	)
};
