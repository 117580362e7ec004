// The code that was sent: enter it, or ask for another.
import { redirect } from '@sveltejs/kit';
import { codeForm, verificationForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hrefOf } from '$lib/experience/journeys/address.ts';
import { askedAgainOn } from '$lib/experience/journeys/ask-again.ts';
import { enterContactCode } from '$lib/experience/journeys/continue.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { enterCode } from '$lib/experience/journeys/enter-code.ts';
import { firstPage } from '$lib/experience/journeys/flow.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import { findMethod } from '$lib/experience/journeys/methods.ts';
import { newestVerification, shownAddress, troubleOf } from '$lib/experience/journeys/progress.ts';
import { anotherAccount } from '$lib/experience/journeys/remembered.ts';
import { resendCode } from '$lib/experience/journeys/send-code.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params: { stage }, url, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? firstPage(stage), url));
	const isRecovery = interaction.value.interactionEvent === 'ForgotPassword';
	const isOfStage = isRecovery === (stage === 'forgot-password');
	const record = isOfStage ? newestVerification(interaction.value, draftIn(url, locals.draft).read()?.kind) : undefined;
	if (!record) redirect(303, hrefOf(firstPage(stage), url));

	const now = interaction.value.now ?? Date.now();
	const { id, identifier, expiresAt, resendAt, scarce, originBound } = record;
	const { page, otherKind } = askedAgainOn(stage, settings, identifier.type, url.searchParams.get('identifier'));
	const hasPassword = stage === 'sign-in' && findMethod(settings, identifier.type)?.password;
	return {
		flow: stage,
		kind: identifier.type,
		shown: shownAddress(record),
		isRemembered: record.masked,
		verificationId: id,
		now,
		expiresAt,
		resendAt,
		scarce,
		originBound,
		resent: url.searchParams.has('resent'),
		delivery: troubleOf(record, now),
		actions: actionsOf(`/${stage}/verification-code`, url, ['verify', 'resend']),
		links: {
			// Nobody corrects what they have not typed.
			change: record.masked
				? anotherAccount(url, locals.accounts, settings, Date.now())
				: hrefOf(page, url, { kind: identifier.type }),
			otherChannel: otherKind && hrefOf(page, url, { kind: otherKind }),
			password: hasPassword ? hrefOf('/sign-in/password', url) : undefined
		}
	};
};

export const actions: Actions = {
	verify: formAction(codeForm, (form, api, { params: { stage } }: RequestEvent) =>
		stage === 'continue' ? enterContactCode(api, form) : enterCode(api, stage, form)
	),
	resend: formAction(verificationForm, ({ verificationId }, api, { params: { stage } }: RequestEvent) =>
		resendCode(api, stage, verificationId)
	)
};
