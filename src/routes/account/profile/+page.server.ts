// Name, picture, username and language. A username leads in, so a new one needs a proof of who asks.
import { newsIn } from '$lib/account/address.ts';
import { accountApi, type AccountApi } from '$lib/account/api.ts';
import { accountAction, type Outcome } from '$lib/account/form.ts';
import { profileForm, type ProfileForm } from '$lib/account/forms.ts';
import { takeTyped } from '$lib/account/proof.ts';
import { myExtraProfile } from '$lib/contract/account/extra-profile.ts';
import { myAccount, myProfileAnswer, type MyAccount } from '$lib/contract/account/profile.ts';
import { locales } from '$lib/experience/i18n/locale.ts';
import { error } from '@sveltejs/kit';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const api = accountApi(event);
	const [me, { fields: controls }, extra, typed] = await Promise.all([
		api.get('my-account', myAccount),
		api.center(),
		api.find('my-account/extra-profile', myExtraProfile),
		takeTyped(event)
	]);
	const values = {
		name: me.name ?? '',
		avatar: me.avatar ?? '',
		username: me.username ?? '',
		locale: languageOf(me, event)
	};
	const controlOf = { name: 'name', avatar: 'avatar', username: 'username', locale: 'profile' } as const;
	const fields = (['name', 'username', 'avatar', 'locale'] as const)
		.filter((name) => controls[controlOf[name]] !== 'Off')
		.map((name) => ({ name, value: values[name], isFixed: controls[controlOf[name]] === 'ReadOnly' }));
	const home = '/account/profile';
	const links = {
		picture: controls.avatar === 'Edit' ? `${home}/picture` : undefined,
		more: extra && extra.fields.length > 0 ? `${home}/details` : undefined
	};
	if (fields.length === 0) error(404);
	return { fields, links, typed, done: newsIn(event.url) };
};

export const actions: Actions = {
	default: accountAction(profileForm, async (form, api, event: RequestEvent) => {
		const { fields } = await api.center();
		const me = await api.get('my-account', myAccount);
		const changes = changesOf(form, me);
		if (changes.avatar && !/^https?:\/\//.test(changes.avatar)) {
			return { problem: { code: 'guard.invalid_input', data: { field: 'avatar' } } };
		}
		if (Object.keys(changes).length > 0) {
			const changed = await api.send('PATCH', 'my-account', changes);
			if (!changed.ok) return changed;
		}
		const isLanguage = fields.profile === 'Edit' && isOurs(form.locale) && form.locale !== languageOf(me, event);
		return isLanguage ? speak(api, form.locale ?? '', me.profile, event) : { to: '/account/profile', done: 'saved' };
	})
};

const isOurs = (wanted: unknown) => locales.some(({ code }) => code === wanted);

/** What the field shows: the account's own language, or this browser's while it has none of ours. */
function languageOf({ profile }: MyAccount, { locals }: Pick<RequestEvent, 'locals'>): string {
	return isOurs(profile?.locale) ? String(profile?.locale) : locals.locale;
}

/** What is as it was needs no permission. */
function changesOf(form: ProfileForm, me: { name?: string | null; avatar?: string | null; username?: string | null }) {
	const changes: Record<string, string | null> = {};
	for (const name of ['name', 'avatar', 'username'] as const) {
		const wanted = form[name];
		if (wanted !== undefined && wanted !== (me[name] ?? '')) changes[name] = wanted || null;
	}
	return changes;
}

/** The account's language, and this browser's from now on. */
async function speak(
	api: AccountApi,
	locale: string,
	profile: Record<string, unknown> = {},
	{ locals }: RequestEvent
): Promise<Outcome> {
	if (profile.locale !== locale) {
		const changed = await api.ask('PATCH', 'my-account/profile', myProfileAnswer, { ...profile, locale });
		if (!changed.ok) return changed;
	}
	if (locale === locals.locale) return { to: '/account/profile', done: 'saved' };
	return { to: `/account/profile?${new URLSearchParams({ lang: locale, done: 'saved' })}` };
}
