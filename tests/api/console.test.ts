// The console's own doors over HTTP: who is let in to what, and what a script is answered. What it looks like is e2e's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Renewed } from '../../src/lib/console/renewal.ts';
import type { ConsoleSession } from '../../src/lib/contract/console.ts';
import type { HookAnswer } from '../../src/lib/contract/hooks.ts';
import { createSeals } from '../../src/lib/server/guard/sealed-cookie.ts';
import { openBrowser, type Browser } from '../support/api-client.ts';
import { signInToConsole } from '../support/console.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const secret = 'only for this test: 0123456789abcdef';
const { console: seal } = createSeals(secret);
let foyer: Foyer;
let machine: Machine;
let ada: Browser;
let adaId: string;
beforeAll(async () => {
	foyer = await startFoyer({ env: { FOYER_SECRET: secret } });
	machine = await openMachine(foyer);
	await foyer.run(['admin', 'create', 'ada@example.com']);
	ada = await signInToConsole(foyer, 'ada@example.com');
	adaId = sessionOf(ada).userId;
});
afterAll(() => foyer.stop());

const sessionOf = (browser: Browser) => seal.open(browser.jar.get('foyer_console') ?? '', '') as ConsoleSession;

/** Presses a button of a page, as the page's script does; `session` is what the browser's cookie holds. */
async function press(action: string, fields: Record<string, string>, session = sessionOf(ada)) {
	const answer = await fetch(`${foyer.origin}/console/${action}`, {
		method: 'POST',
		headers: {
			cookie: `foyer_console=${seal.seal(session, '')}`,
			origin: foyer.origin,
			accept: 'application/json',
			'x-sveltekit-action': 'true'
		},
		body: new URLSearchParams(fields)
	});
	return (await answer.json()) as { type: string; status: number; data?: string; location?: string };
}

describe('what administrators sign in with', () => {
	const aged = () => ({ ...sessionOf(ada), signedInAt: Date.now() - 600_000 });

	it('is changed by somebody who signed in a moment ago', async () => {
		expect(Date.now() - (sessionOf(ada).signedInAt ?? 0)).toBeLessThan(120_000);
		const fields = { userId: adaId, username: 'ada', primaryEmail: 'ada@example.com' };
		for (const [action, typed] of [
			['account?/profile', fields],
			['account?/password', { password: 'correct horse battery staple' }],
			[`users/${adaId}?/password`, { password: 'correct horse battery staple' }],
			[`users/${adaId}?/removeFactor`, { factor: 'any' }]
		] as const) {
			expect(await press(action, typed, aged())).toMatchObject({ type: 'failure', status: 401 });
			expect(await press(action, typed, { ...aged(), signedInAt: undefined })).toMatchObject({ status: 401 });
		}
		expect((await machine.api('GET', `users/${adaId}`)).body).toMatchObject({ username: null, hasPassword: false });
		expect(await press('account?/profile', fields)).toMatchObject({ type: 'success' });
		expect((await machine.api('GET', `users/${adaId}`)).body).toMatchObject({ username: 'ada' });
	});

	it('is changed of whom the page shows, and of nobody who signed in to the browser meanwhile', async () => {
		const password = 'correct horse battery staple';
		for (const userId of ['another', ''])
			for (const action of ['profile', 'password'])
				expect(await press(`account?/${action}`, { userId, username: 'mallory', password })).toMatchObject({
					type: 'failure',
					status: 409
				});
		expect((await machine.api('GET', `users/${adaId}`)).body).toMatchObject({ username: 'ada', hasPassword: false });
	});

	it('makes whoever asks for a fresh sign-in sign in again, once it is too long ago', async () => {
		const answer = await ada.request('/console/sign-in?fresh&to=/console/account');
		const address = new URL(answer.headers.get('location') ?? '');
		expect(address.searchParams.get('max_age')).toBe('600');
	});

	it('has an address as long as they are administrators', async () => {
		const refused = await press('account?/profile', { userId: adaId, username: '', primaryEmail: '' });
		expect(refused.data).toContain('administrator-needs-email');
		expect(await machine.api('PATCH', `users/${adaId}`, { primaryEmail: null })).toMatchObject({
			status: 400,
			body: { data: { field: 'primaryEmail', flaw: 'administrator-needs-email' } }
		});
	});
});

describe('a form that names a path', () => {
	it('reaches nothing but what its button is for', async () => {
		const { body } = await machine.api('POST', 'users', { username: 'lin' });
		const { id } = body as { id: string };
		for (const session of ['..', '%2e%2E', '.']) await press(`users/${id}?/endSession`, { session });
		await press(`users/${id}?/removeFactor`, { factor: '..' });
		expect((await machine.api('GET', `users/${id}`)).status).toBe(200);
	});
});

describe('the last way in', () => {
	it('is not closed by an administrator for themselves', async () => {
		const suspended = await press(`users/${adaId}?/suspend`, { isSuspended: 'yes' });
		expect(suspended.data).toContain('yourself');
		expect((await press(`users/${adaId}?/remove`, {})).data).toContain('yourself');
	});

	it('is not closed by a program, either, while there is no other', async () => {
		const { stdout } = await foyer.run(['admin', 'list', '--json']);
		const others = (JSON.parse(stdout) as { id: string }[]).filter(({ id }) => id !== adaId);
		for (const { id } of others) expect((await machine.api('DELETE', `users/${id}`)).status).toBe(204);
		const last = { status: 400, body: { data: { flaw: 'last-administrator' } } };
		expect(await machine.api('DELETE', `users/${adaId}`)).toMatchObject(last);
		expect(await machine.api('PATCH', `users/${adaId}/is-suspended`, { isSuspended: true })).toMatchObject(last);
		await foyer.run(['admin', 'create', 'grace@example.com']);
		expect((await machine.api('PATCH', `users/${adaId}/is-suspended`, { isSuspended: true })).status).toBe(200);
		expect((await machine.api('PATCH', `users/${adaId}/is-suspended`, { isSuspended: false })).status).toBe(200);
		// Whoever is let in again signs in again.
		expect(await press('account?/profile', { userId: adaId })).toMatchObject({ type: 'redirect' });
		ada = await signInToConsole(foyer, 'ada@example.com');
	});
});

describe('an application', () => {
	it('has the guide of the framework that it was made for, whenever its page is opened', async () => {
		const made = await press('applications/new', { name: 'Library', kind: 'flask' });
		const [, id] = /"([\w-]{21})"/.exec(made.data ?? '') ?? [];
		expect((await machine.api('GET', `applications/${id}`)).body).toMatchObject({ customData: { guide: 'flask' } });
		const page = await (await ada.request(`/console/applications/${id}`)).text();
		expect(page).toMatch(/<option value="flask"[^>]* selected/);
	});
});

describe('a webhook', () => {
	const keyOf = async (id: string) => ((await machine.api('GET', `hooks/${id}`)).body as HookAnswer).signingKey;

	it('is changed, and its key is shown and replaced on a press alone', async () => {
		const made = await press('webhooks?/create', {
			name: 'Shop',
			url: 'https://hooks.example.com/a',
			events: 'PostSignIn'
		});
		const id = made.location?.split('/').at(-1) ?? '';
		const changed = {
			name: 'Shop of the north',
			url: 'https://hooks.example.com/b',
			events: 'User.Created',
			headers: 'x-shop: north',
			retries: '2'
		};
		expect(await press(`webhooks/${id}?/save`, changed)).toMatchObject({ type: 'success' });
		expect((await machine.api('GET', `hooks/${id}`)).body).toMatchObject({
			name: 'Shop of the north',
			events: ['User.Created'],
			config: { url: 'https://hooks.example.com/b', headers: { 'x-shop': 'north' }, retries: 2 }
		});
		const refused = await press(`webhooks/${id}?/save`, { ...changed, url: 'http://10.0.0.1/' });
		expect(refused).toMatchObject({ type: 'failure', status: 422 });

		const key = await keyOf(id);
		for (const path of ['', `/${id}`])
			expect(await (await ada.request(`/console/webhooks${path}`)).text()).not.toContain(key);
		expect((await press(`webhooks/${id}?/showKey`, {})).data).toContain(key);
		const renewed = await press(`webhooks/${id}?/newKey`, {});
		expect(await keyOf(id)).not.toBe(key);
		expect(renewed.data).toContain(await keyOf(id));
	});
});

describe('a sign-in that is over', () => {
	const ended = { expiresAt: 0, accessToken: '', userId: 'x' };
	const headers = () => ({ cookie: `foyer_console=${seal.seal(ended, '')}`, origin: foyer.origin });

	it.each([
		['PUT', 'sign-in-experience/draft'],
		['POST', 'sign-in-experience/picture'],
		['POST', 'sign-in-experience/sheet'],
		['DELETE', 'texts/own?key=help']
	])('is told to a script by a status, and not by the page of the sign-in: %s %s', async (method, path) => {
		const answer = await fetch(`${foyer.origin}/console/${path}`, {
			method,
			headers: { ...headers(), accept: 'application/json' },
			body: method === 'DELETE' ? undefined : '{}',
			redirect: 'manual'
		});
		expect(answer.status).toBe(401);
		expect(await answer.json()).toMatchObject({ message: 'signed out' });
		expect(answer.headers.getSetCookie().filter((cookie) => cookie.startsWith('foyer_console_'))).toEqual([]);
	});

	it('leaves few traces, however often somebody sets out to sign in', async () => {
		const browser = openBrowser(foyer.origin);
		for (let time = 0; time < 8; time++) expect((await browser.request('/console/sign-in')).status).toBe(303);
		expect(browser.jar.names().filter((name) => name.startsWith('foyer_console_'))).toHaveLength(5);
	});
});

describe('a sign-in of the console', () => {
	const ask = (session: ConsoleSession) =>
		machineless('GET', 'users', { authorization: `Bearer ${session.accessToken}` });
	const machineless = (method: string, path: string, headers: Record<string, string>) =>
		openBrowser(foyer.origin).api(method, `/api/${path}`, undefined, headers);
	const renew = async (browser: Browser) => {
		const answer = await walk(browser, '/console/sign-in?silent');
		return { status: answer.status, body: (await answer.json()) as Partial<Renewed> };
	};

	it('is renewed without a page while the session lasts, and is no newer for it', async () => {
		const before = sessionOf(ada);
		const { status, body } = await renew(ada);
		expect([status, Math.round((body.lastsMs ?? 0) / 60_000)]).toEqual([200, 60]);
		expect(body.me).toEqual({ id: adaId, name: 'ada' });
		const after = sessionOf(ada);
		expect(after.accessToken).not.toBe(before.accessToken);
		expect(after).toMatchObject({ userId: before.userId, signedInAt: before.signedInAt });
		expect((await ask(after)).status).toBe(200);
	});

	it('has a page opened with a token that lasts, and leads back to what was looked for', async () => {
		const soon = { ...sessionOf(ada), expiresAt: Date.now() + 300_000 };
		const answer = await fetch(`${foyer.origin}/console/users?q=a%20b&page=2`, {
			headers: { cookie: `foyer_console=${seal.seal(soon, '')}` },
			redirect: 'manual'
		});
		expect(answer.headers.get('location')).toBe('/console/sign-in?to=%2Fconsole%2Fusers%3Fq%3Da%2520b%26page%3D2');
		expect(await press('webhooks?/create', {}, soon)).toMatchObject({ type: 'failure' });
	});

	it('goes on for whoever sets their own password, and ends elsewhere', async () => {
		const elsewhere = await signInToConsole(foyer, 'ada@example.com');
		const password = 'another battery staple horse';
		expect(await press('account?/password', { userId: adaId, password })).toMatchObject({ type: 'success' });
		expect((await ask(sessionOf(ada))).status).toBe(200);
		expect((await renew(ada)).status).toBe(200);
		expect((await ask(sessionOf(elsewhere))).status).toBe(401);
		expect((await renew(elsewhere)).status).toBe(401);
	});

	it('ends with the session, whichever application it was ended by, and keeps nothing that outlives it', async () => {
		const browser = await signInToConsole(foyer, 'ada@example.com');
		const session = sessionOf(browser);
		expect(session).not.toHaveProperty('refreshToken');
		await walk(browser, '/demo-app/sign-in');
		const home = encodeURIComponent(`${foyer.origin}/demo-app`);
		await walk(browser, `/oidc/session/end?client_id=demo-app&post_logout_redirect_uri=${home}`);
		expect(await ask(session)).toMatchObject({ status: 401, body: { code: 'auth.unauthorized' } });
		expect((await renew(browser)).status).toBe(401);
		expect(browser.jar.get('foyer_console')).toBeFalsy();
	});
});

/** Wherever the addresses lead, without a page being read. */
async function walk(browser: Browser, path: string): Promise<Response> {
	let answer = await browser.request(path);
	for (let step = 0; step < 8; step++) {
		const to = answer.headers.get('location');
		if (!to) return answer;
		const { pathname, search } = new URL(to, foyer.origin);
		answer = await browser.request(pathname + search);
	}
	return answer;
}

describe('the texts of the pages', () => {
	it('are those of the language that was chosen, whatever the reader’s own is', async () => {
		for (const [language, said] of [
			['en', 'Send me a code'],
			['zh-CN', '获取验证码']
		])
			for (const reader of ['en', 'zh-CN']) {
				const path = `/console/texts?language=${language}&q=send_code`;
				const answer = await ada.request(path, { headers: { 'accept-language': reader } });
				expect(await answer.text()).toContain(`value="${said}"`);
			}
	});
});

describe('a sheet of the console', () => {
	it('is told what is wrong with it, and what it would be without that', async () => {
		const ask = (body: unknown) =>
			ada.request('/console/sign-in-experience/sheet', {
				method: 'POST',
				headers: { 'content-type': 'application/json', origin: foyer.origin },
				body: JSON.stringify(body)
			});
		expect(await (await ask({ css: 'h1 { color: red }\n@import "x";' })).json()).toEqual({
			flaws: [{ line: 2, column: 1, why: 'at-rule', found: '@import "x";' }],
			mended: { css: 'h1{color:red}', left: 0 }
		});
		expect((await ask({ css: 7 })).status).toBe(400);
	});
});
