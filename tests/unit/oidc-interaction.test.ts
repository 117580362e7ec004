// The way to the pages: which one, with what in its address, and the cookies that prove the interaction.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interactionCookies, readInteractionId } from '../../src/lib/server/oidc/interaction-cookies.ts';
import { interactionUrl } from '../../src/lib/server/oidc/interaction-url.ts';
import { createOidcPort } from '../../src/lib/server/oidc/interaction.ts';
import {
	application,
	authorization,
	finish,
	json,
	openHarness,
	person,
	secret,
	signIn,
	uidOf,
	type Browser,
	type Harness
} from './oidc-harness.ts';

let foyer: Harness;

beforeAll(async () => {
	foyer = await openHarness();
	await foyer.store.users.insert(person());
	for (const id of ['shop', 'blog']) await foyer.store.applications.insert(application({ id }));
});
afterAll(() => foyer.close());

const uid = 'V1StGXR8_Z5jdHi6B-myT';
const pathOf = (params: Record<string, string>, prompt = 'login') =>
	new URL(interactionUrl(prompt, uid, { client_id: 'shop', ...params }), foyer.origin).pathname;

describe('the page of an interaction', () => {
	it.each([
		[{}, '/sign-in'],
		[{ first_screen: 'sign_in' }, '/sign-in'],
		[{ first_screen: 'signIn' }, '/sign-in'],
		[{ first_screen: 'register' }, '/register'],
		[{ first_screen: 'reset_password' }, '/reset-password'],
		[{ first_screen: 'identifier:sign_in' }, '/identifier-sign-in'],
		[{ first_screen: 'identifier:register' }, '/identifier-register'],
		[{ first_screen: 'single_sign_on' }, '/single-sign-on'],
		[{ interaction_mode: 'signUp' }, '/register'],
		[{ interaction_mode: 'signIn' }, '/sign-in'],
		[{ interaction_mode: 'signUp', first_screen: 'sign_in' }, '/sign-in'],
		[{ direct_sign_in: 'social:github' }, '/direct/social/github']
	] as [Record<string, string>, string][])('for %o is %s', (params, path) => {
		expect(pathOf(params)).toBe(path);
	});

	it('for consent has nothing but the interaction in its address', () => {
		expect(interactionUrl('consent', uid, { client_id: 'shop', login_hint: 'x' })).toBe(
			'/consent?app_id=shop&uid=V1StGXR8'
		);
	});

	it('is told where a direct sign-in falls back to', () => {
		const url = interactionUrl('login', uid, {
			client_id: 'shop',
			direct_sign_in: 'sso:corp',
			first_screen: 'register'
		});
		expect(url).toBe('/direct/sso/corp?app_id=shop&uid=V1StGXR8&fallback=register');
	});

	it('has what the application sent along in its address', async () => {
		const browser = foyer.browser();
		const { url } = authorization({
			client_id: 'shop',
			first_screen: 'register',
			identifier: 'email phone',
			login_hint: 'a@example.com',
			ui_locales: 'zh-CN en',
			organization_id: 'org1'
		});
		const location = (await browser.open(url)).headers.get('location');
		const hint = uidOf(browser).slice(0, 8);
		expect(location).toBe(
			`/register?app_id=shop&uid=${hint}&organization_id=org1&ui_locales=zh-CN+en&login_hint=a%40example.com&identifier=email+phone`
		);
	});

	it.each([
		['first_screen', 'no_such_screen'],
		['interaction_mode', 'both'],
		['direct_sign_in', '../../evil:x'],
		['direct_sign_in', 'social:..'],
		['organization_id', 'a b'],
		['one_time_token', '"><script>'],
		['identifier', 'email fax'],
		['ui_locales', '<b>'],
		['login_hint', 'x'.repeat(321)]
	])('forgets a wrong %s alone', async (name, value) => {
		const wishes = { first_screen: 'register', identifier: 'email', login_hint: 'a@example.com', [name]: value };
		const { url } = authorization({ client_id: 'shop', ...wishes });
		const location = new URL((await foyer.browser().open(url)).headers.get('location') ?? '', foyer.origin);
		expect(location.pathname).toBe(name === 'first_screen' ? '/sign-in' : '/register');
		expect(location.searchParams.get('identifier')).toBe(name === 'identifier' ? null : 'email');
		expect(location.searchParams.get('login_hint')).toBe(name === 'login_hint' ? null : 'a@example.com');
		expect(location.href).not.toContain(encodeURIComponent(value));
	});
});

describe('the cookies of an interaction', () => {
	const jar = interactionCookies({ origin: 'http://localhost:3001', secret });
	const open = async (browser: Browser, id: string) => {
		await browser.open(authorization({ client_id: id }).url);
		return uidOf(browser);
	};
	const read = (browser: Browser, choose: { appId?: string; uid8?: string }) =>
		readInteractionId(jar, browser.cookie, choose);

	it('tell two applications apart, and the newest for who does not say', async () => {
		const browser = foyer.browser();
		const shop = await open(browser, 'shop');
		const blog = await open(browser, 'blog');
		expect(read(browser, { appId: 'shop' })).toBe(shop);
		expect(read(browser, { appId: 'blog' })).toBe(blog);
		expect(read(browser, { appId: 'unknown' })).toBeUndefined();
		expect(read(browser, { appId: '__proto__' })).toBeUndefined();
		expect(read(browser, {})).toBe(blog);
		expect(JSON.parse(decodeURIComponent(browser.cookie('_interaction') ?? ''))).toEqual({ shop, blog, _legacy: blog });
	});

	it('tell two tabs of one application apart', async () => {
		const browser = foyer.browser();
		const first = await open(browser, 'shop');
		const second = await open(browser, 'shop');
		expect(read(browser, { appId: 'shop', uid8: first.slice(0, 8) })).toBe(first);
		expect(read(browser, { appId: 'shop', uid8: second.slice(0, 8) })).toBe(second);
	});

	it('are a few at most, and the oldest goes first', async () => {
		const browser = foyer.browser();
		const uids: string[] = [];
		for (let count = 0; count < 7; count++) uids.push(await open(browser, 'shop'));
		const proofs = [...browser.cookies.values()].filter(({ name }) => /^_i_.{8}$/.test(name));
		expect(proofs.map(({ value }) => value)).toEqual(uids.slice(-5));
	});

	it('prove nothing when they were changed, or signed with another secret', async () => {
		const browser = foyer.browser();
		const shop = await open(browser, 'shop');
		const uid8 = shop.slice(0, 8);
		const forged = (name: string) => browser.cookie(name)?.replace(shop, `${uid8}${'x'.repeat(13)}`);
		expect(readInteractionId(jar, forged, { appId: 'shop' })).toBeUndefined();
		expect(readInteractionId(jar, forged, { uid8 })).toBeUndefined();
		expect(
			readInteractionId(jar, (name) => (name.endsWith('.sig') ? undefined : browser.cookie(name)), { uid8 })
		).toBeUndefined();
		const other = interactionCookies({ origin: 'http://localhost:3001', secret: `${secret}!` });
		expect(readInteractionId(other, browser.cookie, { uid8 })).toBeUndefined();
	});

	it('prove only the tab that they belong to', async () => {
		const browser = foyer.browser();
		await open(browser, 'shop');
		expect(read(browser, { appId: 'shop', uid8: 'AAAAAAAA' })).toBeUndefined();
		expect(read(browser, { appId: 'shop', uid8: '../../..' })).toBeUndefined();
	});

	it('go when the interaction is over; those of other tabs stay', async () => {
		const browser = foyer.browser();
		const blog = await open(browser, 'blog');
		const shop = await open(browser, 'shop');
		await finish(foyer, shop);
		await browser.open(`/oidc/auth/${shop}`);
		expect(read(browser, { uid8: shop.slice(0, 8) })).toBeUndefined();
		expect(read(browser, { appId: 'shop' })).toBeUndefined();
		expect(read(browser, { uid8: blog.slice(0, 8) })).toBe(blog);
		expect(read(browser, { appId: 'blog' })).toBe(blog);
	});

	it('are HttpOnly and Lax, and the library sets none of its own beside the resume cookie', async () => {
		const response = await foyer.send(authorization({ client_id: 'shop' }).url);
		const lines = response.headers.getSetCookie();
		expect(lines.every((line) => /; samesite=lax/.test(line) && /; httponly/.test(line))).toBe(true);
		const names = lines.map((line) => line.split('=')[0]?.replace(/_i_.{8}/, '_i_uid'));
		expect(new Set(names)).toEqual(
			new Set(['_interaction', '_i_uid', '_logto', '_interaction_resume'].flatMap((name) => [name, `${name}.sig`]))
		);
	});

	it('have prefixes on https, so that no other host can set them', async () => {
		const secure = await openHarness({ origin: 'https://id.example' });
		await secure.store.users.insert(person());
		await secure.store.applications.insert(application({ id: 'shop' }));
		const lines = (await secure.send(authorization({ client_id: 'shop' }).url)).headers.getSetCookie();
		for (const line of lines) {
			expect(line).toMatch(/; secure/);
			if (line.startsWith('__Host-')) expect(line).toMatch(/; path=\/;/);
			else expect(line).toMatch(/^__Secure-_interaction_resume(\.sig)?=[^;]+; path=\/oidc\/auth\//);
		}
		const browser = secure.browser();
		await signIn(secure, browser, { client_id: 'shop' });
		expect(browser.cookie('__Host-_session')).toEqual(expect.any(String));
		await secure.close();
	});
});

describe('what use cases ask', () => {
	it('where a finished interaction goes on', () => {
		expect(createOidcPort(foyer).resumeUrl('uid')).toBe(`${foyer.origin}/oidc/auth/uid`);
	});

	it('who a session is signed in as', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'shop' });
		await browser.open(authorization({ client_id: 'shop', prompt: 'login' }).url);
		const session = (await foyer.store.interactions.find(uidOf(browser)))?.session;
		const { accountOfSession } = createOidcPort(foyer);
		expect(session?.accountId).toBe(person().id);
		expect(await accountOfSession(session?.uid ?? '')).toBe(person().id);
		expect(await accountOfSession('no-such-session')).toBeUndefined();
	});
});

describe('an answer that got lost on its way back', () => {
	it('can be asked for again by the browser that still holds the cookies, and by no other', async () => {
		const browser = foyer.browser();
		await browser.open(authorization({ client_id: 'shop' }).url);
		const uid = uidOf(browser);
		await finish(foyer, uid);
		const held = new Map(browser.cookies);
		const lost = await browser.open(`/oidc/auth/${uid}`);
		for (const [name, cookie] of held) browser.cookies.set(name, cookie);
		browser.cookies.delete('_session;/');
		browser.cookies.delete('_session.sig;/');

		const again = await browser.open(`/oidc/auth/${uid}`);
		const codes = [lost, again].map((response) =>
			new URL(response.headers.get('location') ?? '').searchParams.get('code')
		);
		expect(codes).toEqual([expect.any(String), expect.any(String)]);
		expect(codes[0]).not.toBe(codes[1]);
		expect((await browser.open(`/oidc/auth/${uid}`)).status).toBe(400);
		expect((await foyer.browser().open(`/oidc/auth/${uid}`)).status).toBe(400);
	});
});

describe('an interaction that cannot be resumed', () => {
	it('is session.not_found for a program', async () => {
		const answer = await foyer.send('/oidc/auth/no-such-uid', { headers: { accept: 'application/json' } });
		expect(answer.status).toBe(400);
		expect(await json(answer)).toMatchObject({ error: 'invalid_request', code: 'session.not_found' });
	});

	it('is a page for a person', async () => {
		const answer = await foyer.browser().open('/oidc/auth/no-such-uid');
		expect(answer.status).toBe(400);
		expect(await json(answer)).toEqual({ screen: 'failure', kind: 'unknown-session' });
	});
});

it('logs no unexpected error in all of this', () => {
	expect(foyer.errors).toEqual([]);
});
