// The code that was sent: enter it, or ask for another.
import { redirect } from '@sveltejs/kit';
import { codeForm, verificationForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { hrefOf } from '$lib/experience/journeys/address.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { enterCode } from '$lib/experience/journeys/enter-code.ts';
import { offeredKinds } from '$lib/experience/journeys/first-screen.ts';
import { leaveFor } from '$lib/experience/journeys/guard.ts';
import { newestVerification, shownIdentifier } from '$lib/experience/journeys/progress.ts';
import { resendCode } from '$lib/experience/journeys/send-code.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params: { flow }, url, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere || !interaction.ok) redirect(303, hrefOf(elsewhere ?? `/${flow}`, url));
	const record = newestVerification(interaction.value, draftIn(url, locals.draft).read()?.kind);
	if (!record) redirect(303, hrefOf(`/${flow}`, url));

	const { id, identifier, expiresAt, resendAt } = record;
	const otherKind = offeredKinds(flow, settings, url.searchParams.get('identifier')).find(
		(kind) => kind !== identifier.type
	);
	const [path, query = ''] = hrefOf(`/${flow}/verification-code`, url).split('?');
	const action = (name: string) => `${path}?/${name}&${query}`;
	return {
		flow,
		kind: identifier.type,
		shown: shownIdentifier(identifier),
		verificationId: id,
		now: interaction.value.now ?? Date.now(),
		expiresAt,
		resendAt,
		resent: url.searchParams.has('resent'),
		actions: { verify: action('verify'), resend: action('resend') },
		links: {
			change: hrefOf(`/${flow}`, url, { kind: identifier.type }),
			otherChannel: otherKind && hrefOf(`/${flow}`, url, { kind: otherKind })
		}
	};
};

export const actions: Actions = {
	verify: formAction(codeForm, (form, api, { params }: RequestEvent) => enterCode(api, params.flow, form)),
	resend: formAction(verificationForm, ({ verificationId }, api, { params }: RequestEvent) =>
		resendCode(api, params.flow, verificationId)
	)
};
