// The first screen: who is it? A code is on its way then, or a password is asked for.
import { error, redirect } from '@sveltejs/kit';
import { firstForm } from '$lib/contract/forms.ts';
import { formAction } from '$lib/experience/form.ts';
import { actionsOf, hrefOf } from '$lib/experience/journeys/address.ts';
import { draftIn } from '$lib/experience/journeys/draft.ts';
import { firstScreen } from '$lib/experience/journeys/first-screen.ts';
import { otherFlow } from '$lib/experience/journeys/flow.ts';
import { leaveFor, openFlow } from '$lib/experience/journeys/guard.ts';
import { likelyCountries } from '$lib/experience/i18n/likely-countries.ts';
import { askedAfter, isCombined } from '$lib/experience/journeys/methods.ts';
import { refusalIn } from '$lib/experience/journeys/refusal.ts';
import {
	choosesFirst,
	describeAccount,
	habitOf,
	offeredAccounts,
	offeredOn
} from '$lib/experience/journeys/remembered.ts';
import { sharedBox } from '$lib/experience/journeys/shared-computer.ts';
import { passkeyOffer } from '$lib/experience/journeys/sign-in-passkey.ts';
import { start } from '$lib/experience/journeys/start.ts';
import { termsOf } from '$lib/experience/journeys/terms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params: { flow }, request, url, locals, parent }) => {
	const { interaction, settings } = await parent();
	const elsewhere = leaveFor(interaction);
	if (elsewhere) redirect(303, hrefOf(elsewhere, url));
	const token = url.searchParams.get('one_time_token');
	if (token) redirect(303, hrefOf('/one-time-token', url, { one_time_token: token, ...firstPagesOnly(url) }));
	const open = openFlow(flow, settings);
	if (open !== flow) redirect(303, hrefOf(`/${open}`, url, firstPagesOnly(url)));

	const query = url.searchParams;
	const isAnother = query.has('another');
	const draft = isAnother ? undefined : draftIn(url, locals.draft).read();
	const accounts = flow === 'sign-in' ? offeredAccounts(locals.accounts, settings, query, Date.now()) : [];
	// A form that was refused is drawn again; whoever has begun to type goes on.
	if (request.method === 'GET' && !draft?.typed && choosesFirst(accounts, settings, query)) {
		redirect(303, hrefOf('/choose-account', url));
	}
	const screen = firstScreen(flow, settings, query, draft, habitOf(accounts));
	if (!screen) error(503);
	const account = isAnother || settings.browserMemory === 'Ask' ? undefined : offeredOn(screen, accounts);
	const otherKind = screen.kinds.find((kind) => kind !== screen.kind);
	const isOtherOpen = settings.signInMode === 'SignInAndRegister';
	const hasPassword = flow === 'sign-in' && isCombined(settings);
	const isRecoveryOpen = openFlow('forgot-password', settings) === 'forgot-password';
	const terms = termsOf(flow, settings);
	const offer = flow === 'sign-in' ? passkeyOffer(settings) : undefined;
	return {
		...screen,
		refusal: refusalIn(url, screen.values),
		flow,
		asked: askedAfter(flow, settings, screen.kind),
		hasPassword,
		account: account && { ...describeAccount(account), actions: actionsOf('/choose-account', url, ['pick', 'forget']) },
		shared: sharedBox(settings, interaction),
		changed: url.searchParams.has('changed'),
		likelyCountries: likelyCountries(screen.country, settings, request),
		links: {
			otherKind: otherKind && hrefOf(`/${flow}`, url, { ...firstPagesOnly(url), kind: otherKind }),
			otherMode: isOtherOpen ? hrefOf(`/${otherFlow[flow]}`, url, firstPagesOnly(url)) : undefined,
			another: query.has('login_hint') ? hrefOf(`/${flow}`, url, { another: '1' }) : undefined,
			forgot: hasPassword && isRecoveryOpen ? hrefOf('/forgot-password', url) : undefined
		},
		terms: terms && { ...terms, ticked: draft?.agreed },
		passkey: offer && { ...offer, action: hrefOf('/sign-in/passkey', url) }
	};
};

export const actions: Actions = {
	default: formAction(firstForm, (form, api, { params, url, locals }: RequestEvent) =>
		start(api, params.flow, form, draftIn(url, locals.draft))
	)
};

function firstPagesOnly({ searchParams }: URL) {
	const names = ['kind', 'login_hint', 'another'];
	return Object.fromEntries(names.map((name) => [name, searchParams.get(name)]));
}
