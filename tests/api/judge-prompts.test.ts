// One person, two applications, and every way an application can ask for a sign-in.
import * as oidc from 'openid-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { readForms } from '../support/judges/html-forms.ts';
import { authorize, discover, exchange, signIn, type Judge } from '../support/judges/openid-session.ts';
import { open, post, signInOnPages, type Person } from '../support/judges/person.ts';
import { openMachine } from '../support/management.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let bookstore: Judge;
let library: Judge;

beforeAll(async () => {
	foyer = await startFoyer();
	const [one, two] = await Promise.all([
		foyer.createApplication({ name: 'Bookstore', redirectUris: ['http://localhost:3000/callback'] }),
		foyer.createApplication({ name: 'Library', redirectUris: ['https://library.example/back'] })
	]);
	bookstore = await discover(foyer.origin, one);
	library = await discover(foyer.origin, two);
});
afterAll(() => foyer?.stop());

function someone(): Person {
	return { browser: openBrowser(foyer.origin), phone: somePhone(), inbox: foyer.inbox };
}

describe('a person who is signed in to one application', () => {
	it('is recognised by a second one without a page', async () => {
		const person = someone();
		const first = await signIn(bookstore, person);
		const sent = await authorize(library);
		const { away } = await person.browser.follow(sent.url.href);
		expect(away?.href).toContain('https://library.example/back?code=');
		const tokens = await exchange(library, sent, away!);
		expect(tokens.claims()?.sub).toBe(first.claims.sub);
		expect(tokens.refresh_token).toBeTruthy();
	});

	it('is asked again with prompt=login, and auth_time moves on', async () => {
		const person = someone();
		const first = await signIn(bookstore, person);
		await foyer.advanceClock(61_000);
		// `auth_time` is in seconds, of real time.
		await sleep(1_000);
		const sent = await authorize(bookstore, { prompt: 'login', max_age: '3600' });
		expect((await open(person.browser, sent.url.href)).url.pathname).toBe('/sign-in');
		const tokens = await exchange(bookstore, sent, await signInOnPages(person, sent.url.href));
		expect(tokens.claims()?.sub).toBe(first.claims.sub);
		expect(Number(tokens.claims()?.auth_time)).toBeGreaterThan(Number(first.claims.auth_time));
	});

	it('answers prompt=none with a code, and no refresh token', async () => {
		const person = someone();
		const first = await signIn(bookstore, person);
		const sent = await authorize(bookstore, { prompt: 'none' });
		const { away } = await person.browser.follow(sent.url.href);
		const tokens = await exchange(bookstore, sent, away!);
		expect(tokens.claims()?.sub).toBe(first.claims.sub);
		expect(tokens.refresh_token).toBeUndefined();
	});
});

describe('a person whom nobody knows yet', () => {
	it('makes prompt=none fail with login_required, state and iss', async () => {
		const sent = await authorize(bookstore, { prompt: 'none' });
		const { away } = await openBrowser(foyer.origin).follow(sent.url.href);
		expect(Object.fromEntries(away!.searchParams)).toMatchObject({
			error: 'login_required',
			state: sent.state,
			iss: `${foyer.origin}/oidc`
		});
		await expect(exchange(bookstore, sent, away!)).rejects.toBeInstanceOf(oidc.AuthorizationResponseError);
	});
});

/** Presses the row, or the button for forgetting it, that the page has for this mask. */
async function press(
	person: Person,
	place: { url: URL; html: string },
	phone: string,
	what: 'pick' | 'forget' = 'pick'
) {
	// Its last digits stand by chance in other places, too.
	const rows = place.html.split('<li').filter((part) => part.includes('name="account"'));
	const row = rows.find((part) => part.includes(phone.slice(-4)));
	const account = /name="account" value="([^"]+)"/.exec(row ?? '')?.[1];
	expect(account, 'no row for it').toBeDefined();
	const [form] = readForms(place.html);
	const action = what === 'pick' ? form!.action : form!.action.replace('?/pick', '?/forget');
	return post(person.browser, place.url, { ...form!, action }, { account: account! });
}

/** One after the other in the same browser. */
async function twoAccounts() {
	const person = someone();
	const first = await signIn(bookstore, person);
	const second = { ...person, phone: somePhone() };
	const place = await open(person.browser, (await authorize(bookstore, { prompt: 'login' })).url.href);
	await signInOnPages(second, `${place.url.href}&another=1`);
	return { person, second, sub: first.claims.sub };
}

describe('prompt=select_account', () => {
	it('brings whoever is signed in straight back, as signed in as before', async () => {
		const person = someone();
		const first = await signIn(bookstore, person);
		const messages = (await foyer.inbox.messages()).length;
		const sent = await authorize(bookstore, { prompt: 'select_account' });
		const place = await open(person.browser, sent.url.href);
		expect(place.url.pathname).toBe('/choose-account');
		expect(place.html).not.toContain(person.phone.slice(2));
		expect(place.html.replaceAll(/\s/g, '')).not.toContain(person.phone.slice(2));
		const { away } = await press(person, place, person.phone);
		const claims = (await exchange(bookstore, sent, away!)).claims();
		expect(claims).toMatchObject({ sub: first.claims.sub, auth_time: first.claims.auth_time });
		expect(await foyer.inbox.messages()).toHaveLength(messages);
	});

	it.each<Record<string, string>>([{ prompt: 'select_account login' }, { prompt: 'select_account', max_age: '3600' }])(
		'asks for a proof all the same with %o',
		async (parameters) => {
			const person = someone();
			await signIn(bookstore, person);
			const place = await open(person.browser, (await authorize(bookstore, parameters)).url.href);
			const refused = await person.browser.api('POST', 'accounts/continue', undefined, {
				'foyer-interaction': place.url.searchParams.get('uid') ?? ''
			});
			expect(refused).toMatchObject({ status: 400, body: { code: 'session.invalid_interaction_type' } });
			await foyer.advanceClock(61_000);
			expect((await press(person, place, person.phone)).url.pathname).toBe('/sign-in/verification-code');
		}
	);

	it('leads another account to its proof, and tells nobody whose it is', async () => {
		const { person, sub } = await twoAccounts();
		await foyer.advanceClock(61_000);
		const sent = await authorize(bookstore, { prompt: 'select_account' });
		const chooser = await open(person.browser, sent.url.href);
		const after = (await foyer.inbox.messages()).at(-1)?.at ?? 0;
		const code = await press(person, chooser, person.phone);
		const uid = code.url.searchParams.get('uid') ?? '';
		const headers = { 'foyer-interaction': uid, 'logto-app-id': bookstore.config.clientMetadata().client_id };
		const known = await person.browser.api('GET', 'interaction', undefined, headers);
		const other = await open(person.browser, code.url.href.replace('verification-code', 'password'));
		for (const told of [code.html, other.html, JSON.stringify(known.body)]) {
			expect(told.replaceAll(/[\s()-]/g, '')).not.toContain(person.phone.slice(2));
		}
		expect(known.body).toMatchObject({ verificationRecords: [{ masked: true }] });
		for (const path of ['verification-code', 'password', 'passkey']) {
			const raw = await person.browser.request(`/sign-in/${path}/__data.json?${code.url.searchParams}`);
			expect(raw.status).toBe(404);
			expect(await raw.text()).not.toContain(person.phone.slice(2));
		}
		const [form] = readForms(code.html);
		const { away } = await post(person.browser, code.url, form!, {
			code: await foyer.inbox.codeFor(`+${person.phone}`, { after })
		});
		expect((await exchange(bookstore, sent, away!)).claims()?.sub).toBe(sub);
	});

	it('keeps nothing of what was begun beside whoever goes on', async () => {
		const person = someone();
		await signIn(bookstore, person);
		const { url } = await open(person.browser, (await authorize(bookstore, { prompt: 'select_account' })).url.href);
		const headers = {
			'foyer-interaction': url.searchParams.get('uid') ?? '',
			'logto-app-id': url.searchParams.get('app_id') ?? ''
		};
		const call = (method: string, path: string, body?: unknown) => person.browser.api(method, path, body, headers);
		const identifier = { type: 'phone', value: somePhone() };
		await call('PUT', '', { interactionEvent: 'Register' });
		const sent = await call('POST', 'verification/verification-code', { identifier, interactionEvent: 'Register' });
		const { verificationId } = sent.body as { verificationId: string };
		const code = await person.inbox.codeFor(`+${identifier.value}`);
		await call('POST', 'verification/verification-code/verify', { identifier, verificationId, code });
		await call('POST', 'identification', { verificationId });
		const staged = { profile: { primaryPhone: identifier.value } };
		expect((await call('GET', 'interaction')).body).toMatchObject(staged);
		expect((await call('POST', 'accounts/continue')).status).toBe(200);
		expect((await call('GET', 'interaction')).body).toMatchObject({ profile: {} });
		expect((await call('GET', 'interaction')).body).not.toMatchObject(staged);
	});

	it('asks somebody whom nobody remembers to sign in, once', async () => {
		const person = someone();
		const sent = await authorize(bookstore, { prompt: 'select_account' });
		expect((await open(person.browser, sent.url.href)).url.pathname).toBe('/sign-in');
		const tokens = await exchange(bookstore, sent, await signInOnPages(person, sent.url.href));
		expect(tokens.claims()?.sub).toMatch(/\w/);
	});
});

describe('the accounts of a browser', () => {
	const mask = (phone: string) => phone.slice(-4);

	it('are offered first where there are two, and forgotten one by one', async () => {
		const { person, second } = await twoAccounts();
		const login = async () => open(person.browser, (await authorize(bookstore, { prompt: 'login' })).url.href);
		const place = await login();
		expect(place.url.pathname).toBe('/choose-account');
		expect(place.html.indexOf(mask(second.phone))).toBeLessThan(place.html.indexOf(mask(person.phone)));
		const left = await press(person, place, second.phone, 'forget');
		expect(left.url.pathname).toBe('/choose-account');
		expect(left.html).not.toContain(mask(second.phone));
		expect((await login()).url.pathname).toBe('/sign-in');
	});

	it('are none of a cookie that was changed, or means nothing here', async () => {
		const { person } = await twoAccounts();
		const sealed = person.browser.jar.get('foyer_last') ?? '';
		expect(sealed.length).toBeLessThan(2048);
		const address = (await authorize(bookstore, { prompt: 'login' })).url.href;
		for (const value of [
			`${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`,
			sealed.slice(0, -8),
			person.browser.jar.get('foyer_draft') ?? 'x',
			'x'
		]) {
			const setting = { 'set-cookie': `foyer_last=${value}; path=/` };
			person.browser.jar.keep(new Response(null, { headers: setting }));
			const place = await open(person.browser, address);
			expect(place.url.pathname).toBe('/sign-in');
			expect(place.html).not.toContain('•');
		}
		const unknown = { account: 'nobody' };
		const place = await open(person.browser, address);
		const form = { action: `/choose-account?/pick&${place.url.searchParams}`, fields: {}, inputs: [] };
		expect((await post(person.browser, place.url, form, unknown)).url.pathname).toBe('/sign-in');
	});

	it('may be gone: the press is answered as the number is that somebody types', async () => {
		const { person, sub } = await twoAccounts();
		const machine = await openMachine(foyer);
		expect((await machine.api('DELETE', `users/${sub}`)).status).toBe(204);
		await foyer.advanceClock(61_000);
		const chooser = await open(person.browser, (await authorize(bookstore, { prompt: 'login' })).url.href);
		const place = await press(person, chooser, person.phone);
		expect(place.url.pathname).toBe('/sign-in/verification-code');
		expect(place.html).toContain(mask(person.phone));
	});
});

describe('a computer that others use', () => {
	const remember = async (browserMemory: 'Remember' | 'Ask' | 'Never') => {
		const machine = await openMachine(foyer);
		expect((await machine.api('PATCH', 'sign-in-exp', { browserMemory })).status).toBe(200);
	};
	afterAll(() => remember('Remember'));

	/** From the first screen on: every form of the way is posted as it stands, with what is typed. */
	async function signUp({ browser, phone, inbox }: Person, typed: Record<string, string>) {
		const sent = await authorize(bookstore);
		const after = (await inbox.messages()).at(-1)?.at ?? 0;
		let place: Awaited<ReturnType<typeof post>> = await open(browser, sent.url.href);
		for (let step = 0; step < 5 && !place.away; step++) {
			const [form] = readForms(place.html);
			const isFirst = form!.inputs.includes('identifier');
			const code: Record<string, string> = form!.inputs.includes('code')
				? { code: await inbox.codeFor(`+${phone}`, { after }) }
				: {};
			const first = isFirst ? { identifier: `+${phone}`, ...typed } : {};
			place = await post(browser, place.url, form!, { ...first, ...code });
		}
		return exchange(bookstore, sent, place.away!);
	}
	/** What the provider's session cookie would be kept for, from the last answer that set it. */
	function watchSession(person: Person) {
		const lines: string[] = [];
		const keep = person.browser.jar.keep.bind(person.browser.jar);
		person.browser.jar.keep = (response) => {
			lines.push(...response.headers.getSetCookie().filter((line) => line.startsWith('_session=')));
			keep(response);
		};
		return () => lines.at(-1) ?? '';
	}

	it('keeps nothing of a sign-up once the box is ticked, and everything without', async () => {
		await remember('Ask');
		const person = someone();
		const session = watchSession(person);
		await signUp(person, { shared: '1' });
		expect(session()).toMatch(/^_session=\w/);
		expect(session()).not.toMatch(/expires|max-age/i);
		expect(person.browser.jar.names()).not.toContain('foyer_last');

		const owner = someone();
		const kept = watchSession(owner);
		await signUp(owner, { shared: '0' });
		expect(kept()).toMatch(/expires/i);
		expect(owner.browser.jar.names()).toContain('foyer_last');
	});

	it('is drawn as such again, also before anything has begun', async () => {
		await remember('Ask');
		const { browser } = someone();
		const { url } = await open(browser, (await authorize(bookstore)).url.href);
		const headers = {
			'foyer-interaction': url.searchParams.get('uid') ?? '',
			'logto-app-id': url.searchParams.get('app_id') ?? ''
		};
		for (const shared of [true, false]) {
			expect((await browser.api('PUT', 'shared-computer', { shared }, headers)).status).toBe(204);
			const told = await browser.api('GET', 'interaction', undefined, headers);
			expect(told.body).toMatchObject({ code: 'session.interaction_not_found' });
			const box = /<input[^>]*type="checkbox"[^>]*name="shared"[^>]*>/.exec((await open(browser, url.href)).html)?.[0];
			expect(/\bchecked\b/.test(box ?? ''), box).toBe(shared);
		}
	});

	it('may be said beside a session that stays as it is, unless there is nobody else', async () => {
		await remember('Remember');
		const { person, second, sub } = await twoAccounts();
		await remember('Ask');
		const choose = async () => {
			const sent = await authorize(bookstore, { prompt: 'select_account' });
			return { sent, place: await open(person.browser, sent.url.href) };
		};
		const { sent, place } = await choose();
		expect(place.html).toContain('type="checkbox"');
		const { away } = await press(person, place, second.phone);
		expect((await exchange(bookstore, sent, away!)).claims()?.sub).not.toBe(sub);
		await press(person, place, person.phone, 'forget');
		const alone = await choose();
		expect(alone.place.html).toContain(second.phone.slice(-4));
		expect(alone.place.html).not.toContain('type="checkbox"');
	});

	it('forgets who was here before, and offers nobody', async () => {
		await remember('Remember');
		const { person, second } = await twoAccounts();
		await remember('Never');
		const session = watchSession(person);
		await foyer.advanceClock(61_000);
		const address = (await authorize(bookstore, { prompt: 'login' })).url.href;
		expect((await open(person.browser, address)).html).not.toContain('•');
		await signInOnPages(second, address);
		expect(session()).not.toMatch(/expires|max-age/i);
		expect(person.browser.jar.names()).not.toContain('foyer_last');
	});
});

describe('response_mode=form_post', () => {
	it('hands the code over in a form that a person can press', async () => {
		const person = someone();
		await signIn(bookstore, person);
		const sent = await authorize(bookstore, { response_mode: 'form_post' });
		const { response } = await person.browser.follow(sent.url.href);
		const [form] = readForms(await response.text());
		expect(form?.action).toBe(bookstore.redirectUri);
		const policy = response.headers.get('content-security-policy');
		expect(policy).toContain("form-action 'self' http://localhost:3000");

		const posted = new Request(bookstore.redirectUri, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams(form?.fields)
		});
		const tokens = await exchange(bookstore, sent, posted);
		expect(tokens.claims()?.sub).toMatch(/\w/);
	});
});

describe('a request that is not right', () => {
	it.each([
		['an address that is not registered', { redirect_uri: 'https://elsewhere.example/' }],
		['an unknown application', { client_id: 'nobody' }]
	])('with %s stays here, and says so on a page', async (_name, wrong) => {
		const { url } = await authorize(bookstore, wrong);
		const response = await openBrowser(foyer.origin).request(url.href, { headers: { accept: 'text/html' } });
		expect(response.status).toBe(400);
		expect(response.headers.get('location')).toBeNull();
		expect(await response.text()).toContain('<html');
	});

	it('because it names an API resource comes back with invalid_target', async () => {
		const { url } = await authorize(bookstore, { resource: 'https://api.example/' });
		const { away } = await openBrowser(foyer.origin).follow(url.href);
		expect(away?.searchParams.get('error')).toBe('invalid_target');
	});

	it('because PKCE is missing sends a public application invalid_request', async () => {
		const spa = await foyer.createApplication({ type: 'SPA', redirectUris: ['http://localhost:3000/callback'] });
		const { url } = await authorize(await discover(foyer.origin, spa, oidc.None()));
		url.searchParams.delete('code_challenge');
		url.searchParams.delete('code_challenge_method');
		const { away } = await openBrowser(foyer.origin).follow(url.href);
		expect(away?.searchParams.get('error')).toBe('invalid_request');
	});
});
