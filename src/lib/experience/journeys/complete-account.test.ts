// Everything that is asked for beside a proof: names, passwords, contacts, a new password for a forgotten one, links.
import { describe, expect, it } from 'vitest';
import {
	answered,
	done,
	finished,
	interaction,
	notStarted,
	refusedWith,
	scriptedApi,
	verification
} from '../../../../tests/support/scripted-api.ts';
import { defaultSettings, type Settings } from '../../contract/settings.ts';
import { writer } from '../client.ts';
import { complete, enterContactCode, offerIdentifier } from './continue.ts';
import { resetPassword } from './recover.ts';
import { takeUsername } from './register.ts';
import { presentToken } from './use-token.ts';

const read = 'GET experience/interaction';
const begin = 'PUT experience';
const change = 'PUT experience/interaction-event';
const profile = 'POST experience/profile';
const identify = 'POST experience/identification';
const submit = 'POST experience/submit';
const leaves = answered({ redirectTo: '/oidc/auth/abc' });
const registering = interaction({ interactionEvent: 'Register' });
const password = { type: 'password', value: 'a long phrase' } as const;
const missing = (...missingProfile: string[]) => refusedWith(422, 'user.missing_profile', { missingProfile });

describe('a name that somebody registers with', () => {
	it('is followed by its password', async () => {
		const api = scriptedApi({ [read]: notStarted, [begin]: done, [profile]: done, [identify]: missing('password') });
		expect(await takeUsername(writer(api.fetch), 'mia')).toEqual({ page: '/register/password' });
		expect(api.calls.find(({ call }) => call === profile)?.body).toEqual({ type: 'username', value: 'mia' });
	});

	it('is followed by a contact first where one is wanted', async () => {
		const api = scriptedApi({
			[read]: notStarted,
			[begin]: done,
			[profile]: done,
			[identify]: missing('emailOrPhone', 'password')
		});
		expect(await takeUsername(writer(api.fetch), 'mia')).toMatchObject({ page: '/continue/emailOrPhone' });
	});

	it('is refused beside its field when it is taken', async () => {
		const taken = refusedWith(422, 'user.username_already_in_use');
		const api = scriptedApi({ [read]: notStarted, [begin]: done, [profile]: taken });
		expect(await takeUsername(writer(api.fetch), 'mia')).toMatchObject({ problem: { status: 422 } });
	});
});

describe('something that an account lacked', () => {
	it('makes the new account when it was the last', async () => {
		const api = scriptedApi({ [read]: registering, [profile]: done, [identify]: done, [submit]: leaves });
		expect(await complete(writer(api.fetch), password)).toEqual({ page: '/go' });
	});

	it('is followed by the next', async () => {
		const api = scriptedApi({ [read]: registering, [profile]: done, [identify]: missing('username') });
		expect(await complete(writer(api.fetch), password)).toMatchObject({ page: '/continue/username' });
	});

	it('ends a sign-in without another proof', async () => {
		const api = scriptedApi({ [read]: interaction(), [profile]: done, [submit]: leaves });
		expect(await complete(writer(api.fetch), password)).toEqual({ page: '/go' });
		expect(api.called()).not.toContain(identify);
	});

	it('may be there already, since a double click or another tab', async () => {
		const there = refusedWith(422, 'user.password_exists_in_profile');
		const api = scriptedApi({ [read]: interaction(), [profile]: there, [submit]: leaves });
		expect(await complete(writer(api.fetch), password)).toEqual({ page: '/go' });
		expect(await complete(writer(scriptedApi({ [read]: finished }).fetch), password)).toEqual({ page: '/go' });
	});

	it('is proven by a code when it is a contact', async () => {
		const send = 'POST experience/verification/verification-code';
		const sent = scriptedApi({ [read]: registering, [send]: answered({ verificationId: 'v1' }) });
		const form = { identifier: '138 0013 8000', kind: 'phone', country: 'CN' } as const;
		const draft = { read: () => undefined, write: () => {} };
		expect(await offerIdentifier(writer(sent.fetch), form, draft)).toEqual({ page: '/continue/verification-code' });
		expect(sent.calls.at(-1)?.body).toMatchObject({ interactionEvent: 'Register' });

		const api = scriptedApi({
			[read]: interaction({ verificationRecords: [verification()] }),
			'POST experience/verification/verification-code/verify': answered({ verificationId: 'v1' }),
			[profile]: done,
			[submit]: leaves
		});
		const code = { verificationId: 'v1', code: '123456' };
		expect(await enterContactCode(writer(api.fetch), code)).toEqual({ page: '/go' });
		expect(api.calls.find(({ call }) => call === profile)?.body).toEqual({ type: 'phone', verificationId: 'v1' });
	});
});

describe('a new password for a forgotten one', () => {
	const choose = 'PUT experience/profile/password';
	const recovering = interaction({ interactionEvent: 'ForgotPassword' });

	it('leads back to signing in, which says so', async () => {
		const api = scriptedApi({ [choose]: done, [submit]: done });
		expect(await resetPassword(writer(api.fetch), 'a long phrase')).toEqual({
			page: '/sign-in',
			query: { changed: '1' }
		});
	});

	it('leads there also when a double click has done it', async () => {
		const api = scriptedApi({ [choose]: refusedWith(404, 'session.interaction_not_found'), [read]: notStarted });
		expect(await resetPassword(writer(api.fetch), 'a long phrase')).toMatchObject({ query: { changed: '1' } });
	});

	it('is refused on its page', async () => {
		const api = scriptedApi({ [choose]: refusedWith(422, 'user.same_password'), [read]: recovering });
		expect(await resetPassword(writer(api.fetch), 'the old one')).toMatchObject({
			problem: { code: 'user.same_password' }
		});
	});
});

describe('a one-time link', () => {
	const check = 'POST experience/verification/one-time-token/verify';
	const link = { email: 'Mia@example.com', token: 't' };
	const proof = { id: 'o1', type: 'OneTimeToken', verified: true } as const;
	const identifier = { type: 'email', value: 'mia@example.com' } as const;
	const settings = (changes: Partial<Settings> = {}) => answered({ ...defaultSettings, ...changes });
	const openApi = (script: Parameters<typeof scriptedApi>[0]) =>
		scriptedApi({ 'GET .well-known/sign-in-exp': settings(), ...script });
	const used = interaction({ verificationRecords: [{ ...proof, identifier }] });
	const accepted = answered({ verificationId: 'o1' });

	it('signs its owner in', async () => {
		const api = openApi({
			[read]: [notStarted, used],
			[begin]: done,
			[check]: accepted,
			[identify]: done,
			[submit]: leaves
		});
		expect(await presentToken(writer(api.fetch), link)).toEqual({ page: '/go' });
	});

	it('makes an account for somebody new without asking again', async () => {
		const api = openApi({
			[read]: [notStarted, used],
			[begin]: done,
			[check]: accepted,
			[identify]: [refusedWith(404, 'user.user_not_exist'), done],
			[change]: done,
			[submit]: leaves
		});
		expect(await presentToken(writer(api.fetch), link)).toEqual({ page: '/go' });
	});

	it('opens the journey that it was made for', async () => {
		const recovered = interaction({
			interactionEvent: 'ForgotPassword',
			verificationRecords: [{ ...proof, identifier }]
		});
		const other = refusedWith(400, 'one_time_token.interaction_event_mismatch');
		const open = interaction();
		const api = openApi({
			[read]: [notStarted, open, open, open, open, open, open, recovered],
			[begin]: done,
			[change]: done,
			[check]: [other, other, accepted],
			[identify]: done,
			[submit]: refusedWith(422, 'user.new_password_required_in_profile')
		});
		expect(await presentToken(writer(api.fetch), link)).toMatchObject({ page: '/forgot-password/reset' });
	});

	it('that was used leads to a page that says so, unless it was used right here', async () => {
		const consumed = refusedWith(400, 'one_time_token.token_consumed');
		const elsewhere = openApi({ [read]: notStarted, [begin]: done, [check]: consumed });
		expect(await presentToken(writer(elsewhere.fetch), link)).toEqual({
			page: '/one-time-token/error',
			query: { reason: 'token_consumed' }
		});
		const here = openApi({
			[read]: [notStarted, used],
			[begin]: done,
			[check]: consumed,
			[identify]: done,
			[submit]: leaves
		});
		expect(await presentToken(writer(here.fetch), link)).toEqual({ page: '/go' });
	});

	it('asks people to agree to the terms before it is used, or before it makes an account', async () => {
		const termsOfUseUrl = 'https://shop.example/terms';
		const refused = { ok: false, problem: { code: 'user.terms_not_accepted' } };
		const under = (agreeToTermsPolicy: Settings['agreeToTermsPolicy']) =>
			openApi({
				'GET .well-known/sign-in-exp': settings({ agreeToTermsPolicy, termsOfUseUrl }),
				[read]: [notStarted, used],
				[begin]: done,
				[check]: accepted,
				[identify]: [refusedWith(404, 'user.user_not_exist'), done],
				[change]: done,
				[submit]: leaves
			});
		const strict = under('Manual');
		expect(await presentToken(writer(strict.fetch), link)).toMatchObject(refused);
		expect(strict.called()).not.toContain(check);
		const forNewcomers = under('ManualRegistrationOnly');
		expect(await presentToken(writer(forNewcomers.fetch), link)).toMatchObject(refused);
		expect(forNewcomers.called()).not.toContain(submit);
		const agreed = { ...link, terms: 'accepted' } as const;
		expect(await presentToken(writer(under('Manual').fetch), agreed)).toEqual({ page: '/go' });
		expect(await presentToken(writer(under('ManualRegistrationOnly').fetch), agreed)).toEqual({ page: '/go' });
	});
});
