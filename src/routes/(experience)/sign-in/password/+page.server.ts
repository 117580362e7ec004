// The password of whoever was named on the first screen, known or not: the page is the same for both.
import { redirect } from '@sveltejs/kit';
import { anyPasswordForm, shownForm } from '$lib/contract/forms.ts';
import type { PublicSettings } from '$lib/contract/settings.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hrefOf } from '$lib/experience/journeys/address.ts';
import { askedPerson } from '$lib/experience/journeys/asked-person.ts';
import { draftIn, rememberPick, type DraftKeeper } from '$lib/experience/journeys/draft.ts';
import { leaveFor, openFlow } from '$lib/experience/journeys/guard.ts';
import { findMethod } from '$lib/experience/journeys/methods.ts';
import type { Outcome } from '$lib/experience/journeys/next-page.ts';
import { anotherAccount, offeredAccounts } from '$lib/experience/journeys/remembered.ts';
import { lacksYes } from '$lib/experience/journeys/terms.ts';
import type { Writer } from '$lib/experience/client.ts';
import { codeInstead, enterPassword, offerPassword, sendCodeTo } from '$lib/experience/journeys/sign-in.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ url, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	const draft = draftIn(url, locals.draft).read();
	if (lacksYes(settings, draft)) redirect(303, hrefOf('/sign-in', url));
	const state = interaction.ok ? interaction.value : undefined;
	const offered = offeredAccounts(locals.accounts, settings, url.searchParams, Date.now());
	const person = askedPerson(draft, offered, state);
	const method = person && findMethod(settings, person.identifier.type);
	if (!person || !method?.password || openFlow('sign-in', settings) !== 'sign-in')
		redirect(303, hrefOf('/sign-in', url));

	const { forgotPassword } = settings;
	const { identifier, shown, account } = person;
	return {
		kind: identifier.type,
		shown,
		account,
		hasCode: method.verificationCode,
		actions: actionsOf('/sign-in/password', url, ['password', 'code']),
		links: {
			// Nobody corrects what they have not typed.
			change: account
				? anotherAccount(url, locals.accounts, settings, Date.now())
				: hrefOf('/sign-in', url, { kind: identifier.type }),
			forgot: forgotPassword.phone || forgotPassword.email ? hrefOf('/forgot-password', url) : undefined
		}
	};
};

async function afterYes(
	api: Writer,
	draft: DraftKeeper,
	goOn: (settings: PublicSettings) => Promise<Outcome>
): Promise<Outcome> {
	const settings = await api.settings();
	if (!settings.ok) return settings;
	return lacksYes(settings.value, draft.read()) ? { page: '/sign-in' } : goOn(settings.value);
}

/** The draft says again who it is: a page that was left open outlives it. */
function readPicked(id: string, settings: PublicSettings, { url, locals }: RequestEvent) {
	const offered = offeredAccounts(locals.accounts, settings, url.searchParams, Date.now());
	const account = offered.find((one) => one.id === id);
	if (account) rememberPick(draftIn(url, locals.draft), account);
	return account && { type: account.type, value: account.value };
}

export const actions: Actions = {
	password: formAction(anyPasswordForm, (form, api, event: RequestEvent) => {
		const draft = draftIn(event.url, event.locals.draft);
		return afterYes(api, draft, async (settings) => {
			if (!('account' in form)) return enterPassword(api, form, draft);
			const identifier = readPicked(form.account, settings, event);
			return identifier ? offerPassword(api, identifier, form.password) : { page: '/sign-in' };
		});
	}),
	code: formAction(shownForm, (form, api, event: RequestEvent) =>
		afterYes(api, draftIn(event.url, event.locals.draft), async (settings) => {
			if (!('account' in form)) return codeInstead(api, form);
			const identifier = readPicked(form.account, settings, event);
			return identifier ? sendCodeTo(api, identifier, true) : { page: '/sign-in' };
		})
	)
};
