// The password of whoever was named on the first screen, known or not: the page is the same for both.
import { redirect } from '@sveltejs/kit';
import { passwordForm, shownForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hrefOf } from '$lib/experience/journeys/address.ts';
import { draftedIdentifier, draftIn, type DraftKeeper } from '$lib/experience/journeys/draft.ts';
import { leaveFor, openFlow } from '$lib/experience/journeys/guard.ts';
import { findMethod } from '$lib/experience/journeys/methods.ts';
import { newestVerification, shownIdentifier } from '$lib/experience/journeys/progress.ts';
import type { Outcome } from '$lib/experience/journeys/next-page.ts';
import { lacksYes } from '$lib/experience/journeys/terms.ts';
import type { Writer } from '$lib/experience/client.ts';
import { codeInstead, enterPassword } from '$lib/experience/journeys/sign-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	const draft = draftIn(url, locals.draft).read();
	if (lacksYes(settings, draft)) redirect(303, hrefOf('/sign-in', url));
	const drafted = draftedIdentifier(draft);
	// The draft lasts for minutes; a code that was sent is remembered longer.
	const identifier = drafted ?? (interaction.ok ? newestVerification(interaction.value)?.identifier : undefined);
	const method = identifier && findMethod(settings, identifier.type);
	if (!identifier || !method?.password || openFlow('sign-in', settings) !== 'sign-in')
		redirect(303, hrefOf('/sign-in', url));

	const { forgotPassword } = settings;
	return {
		kind: identifier.type,
		shown: shownIdentifier(identifier),
		hasCode: method.verificationCode,
		actions: actionsOf('/sign-in/password', url, ['password', 'code']),
		links: {
			change: hrefOf('/sign-in', url, { kind: identifier.type }),
			forgot: forgotPassword.phone || forgotPassword.email ? hrefOf('/forgot-password', url) : undefined
		}
	};
};

async function afterYes(api: Writer, draft: DraftKeeper, goOn: () => Promise<Outcome>): Promise<Outcome> {
	const settings = await api.settings();
	if (!settings.ok) return settings;
	return lacksYes(settings.value, draft.read()) ? { page: '/sign-in' } : goOn();
}

export const actions: Actions = {
	password: formAction(passwordForm, (form, api, { url, locals }: RequestEvent) => {
		const draft = draftIn(url, locals.draft);
		return afterYes(api, draft, () => enterPassword(api, form, draft));
	}),
	code: formAction(shownForm, (form, api, { url, locals }: RequestEvent) =>
		afterYes(api, draftIn(url, locals.draft), () => codeInstead(api, form))
	)
};
