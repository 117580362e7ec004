// What else a machine manages over HTTP: sessions, search, the log, words, profile fields, pictures, health.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HealthAnswer } from '../../src/lib/contract/health.ts';
import { openBrowser, signInWithCode, startSignIn } from '../support/api-client.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer();
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

describe('where an account is signed in', () => {
	it('is listed, and ends with the tokens that came of it', async () => {
		const { tokens, browser } = await signInWithCode(foyer, { phone: somePhone() });
		const sub = String(decodeJwt(tokens.id_token).sub);
		const { body } = await machine.api('GET', `users/${sub}/sessions`);
		const [session, ...others] = (body as { sessions: { id: string; applications: { id: string }[] }[] }).sessions;
		expect(others).toEqual([]);
		expect(session?.applications.map(({ id }) => id)).toEqual(['demo-app']);
		expect((await machine.api('GET', `users/${sub}/grants`)).body).toMatchObject({
			grants: [{ applicationId: 'demo-app', scopes: expect.arrayContaining(['openid']) }]
		});

		expect((await machine.api('DELETE', `users/nobody/sessions/${session?.id}`)).status).toBe(404);
		expect((await machine.api('DELETE', `users/${sub}/sessions/${session?.id}`)).status).toBe(204);
		expect((await machine.api('DELETE', `users/${sub}/sessions/${session?.id}`)).status).toBe(404);
		const me = await fetch(`${foyer.origin}/oidc/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
		expect(me.status).toBe(401);
		expect((await startSignIn(foyer, { browser })).page.pathname).toBe('/sign-in');
		expect((await machine.api('GET', `users/${sub}/grants`)).body).toEqual({ grants: [] });
	});

	it('loses what one application was granted', async () => {
		const { tokens } = await signInWithCode(foyer, { phone: somePhone() });
		const sub = String(decodeJwt(tokens.id_token).sub);
		expect((await machine.api('DELETE', `users/${sub}/grants/demo-app`)).status).toBe(204);
		const me = await fetch(`${foyer.origin}/oidc/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
		expect(me.status).toBe(401);
		expect((await machine.api('DELETE', `users/${sub}/grants/demo-app`)).status).toBe(404);
	});
});

describe('looking for accounts', () => {
	const found = async (query: string) =>
		((await machine.api('GET', `users?${query}`)).body as { id: string }[]).map(({ id }) => id);

	it('goes by id, name, username, mail or phone, alone or together', async () => {
		const make = async (body: object) => ((await machine.api('POST', 'users', body)).body as { id: string }).id;
		const digits = somePhone().replace(/\D/g, '');
		const grace = await make({ username: 'grace_h', name: 'Grace Hopper', primaryEmail: 'grace@navy.example' });
		const other = await make({ username: 'graceful', name: 'Somebody Else', primaryPhone: digits });
		expect(await found(`search=${grace}`)).toEqual([grace]);
		expect(await found('search.username=%25grace%25')).toEqual([other, grace]);
		expect(await found('search.username=grace&search.name=hopper&joint=and')).toEqual([grace]);
		expect(await found(`search.primaryEmail=navy&search.primaryPhone=${digits}`)).toEqual([other, grace]);
		// As it is shown, and copied.
		const shown = encodeURIComponent(`%+${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5)}%`);
		expect(await found(`search=${shown}`)).toEqual([other]);
		expect(await found(`search.id=${other}`)).toEqual([other]);
		expect((await machine.api('GET', 'users?search.avatar=x')).status).toBe(400);
	});

	it('merges what is kept with one', async () => {
		const { id } = (await machine.api('POST', 'users', { customData: { a: 1, b: 2 } })).body as { id: string };
		expect((await machine.api('PATCH', `users/${id}/custom-data`, { b: null, c: 3 })).body).toEqual({ a: 1, c: 3 });
		expect((await machine.api('GET', `users/${id}/custom-data`)).body).toEqual({ a: 1, c: 3 });
		expect((await machine.api('PATCH', `users/${id}/profile`, { nickname: 'G' })).body).toEqual({ nickname: 'G' });
		expect((await machine.api('PATCH', `users/${id}/profile`, { admin: true })).status).toBe(400);
	});
});

describe('the log', () => {
	it('tells what happened, by key, account and time, and nothing that somebody typed', async () => {
		const phone = somePhone();
		const { tokens } = await signInWithCode(foyer, { phone });
		const sub = String(decodeJwt(tokens.id_token).sub);
		const all = await machine.api('GET', `logs?userId=${sub}&page_size=1`);
		expect(Number(all.headers.get('total-number'))).toBeGreaterThan(0);
		expect(all.headers.get('link')).toContain('rel="first"');
		const { body } = await machine.api('GET', `logs?logKey=Interaction.Register&userId=${sub}`);
		const [entry] = body as { id: string; key: string; payload: { userId: string } }[];
		expect(entry?.key).toMatch(/^Interaction\.Register\./);
		expect(entry).toMatchObject({ payload: { userId: sub, result: 'Success' } });
		expect((await machine.api('GET', `logs/${entry?.id}`)).body).toEqual(entry);
		expect((await machine.api('GET', `logs?start_time=${Date.now() + 60_000}`)).body).toEqual([]);
		const whole = JSON.stringify((await machine.api('GET', 'logs?page_size=100')).body);
		expect(whole).not.toContain(phone.replace(/\D/g, ''));
		expect((await machine.api('GET', 'logs?logKey=%25')).status).toBe(400);
	});
});

describe('words of one’s own', () => {
	const page = async () =>
		(await fetch(`${foyer.origin}/sign-in?lang=en`, { headers: { accept: 'text/html' } })).text();

	it('are said by pages at once, and the built-in ones again when they are deleted', async () => {
		const at = 'custom-phrases/en';
		expect((await machine.api('GET', at)).status).toBe(404);
		const words = { send_code: 'Onwards <b>' };
		expect(await machine.api('PUT', at, words)).toMatchObject({ status: 201, body: { translation: words } });
		expect(await machine.api('PUT', at, words)).toMatchObject({ status: 200 });
		const both = { ...words, help: 'Call us' };
		expect(await machine.api('PATCH', at, { help: 'Call us' })).toMatchObject({
			status: 200,
			body: { translation: both }
		});
		expect(await machine.api('PATCH', at, { help: null })).toMatchObject({ status: 200, body: { translation: words } });
		const { body } = await machine.api('GET', 'custom-phrases');
		expect(body).toEqual([{ tenantId: 'default', languageTag: 'en', translation: words }]);
		const browser = openBrowser(foyer.origin);
		const journey = await startSignIn(foyer, { browser });
		const drawn = await (await browser.request(journey.page.href)).text();
		expect(drawn.includes('Onwards &lt;b')).toBe(true);
		const told = (await (await openBrowser(foyer.origin).request('/api/.well-known/phrases?lng=en')).json()) as {
			translation: Record<string, string>;
		};
		expect(told.translation.send_code).toBe('Onwards <b>');
		expect((await machine.api('DELETE', at)).status).toBe(204);
		expect((await machine.api('DELETE', at)).status).toBe(404);
		expect((await page()).includes('Onwards')).toBe(false);
	});

	it.each([
		['custom-phrases/en', { nonsense: 'x' }, 422],
		['custom-phrases/en', { page_title: '{title} {secret}' }, 422],
		['custom-phrases/tlh', { continue: 'taH' }, 400],
		['custom-phrases/en', { continue: 7 }, 400],
		['custom-phrases/en', { continue: 'a\u0000b' }, 400]
	])('are refused: %s %j', async (path, body, status) => {
		expect((await machine.api('PUT', path, body)).status).toBe(status);
	});
});

describe('profile fields', () => {
	it('are added, changed, put in order and deleted one by one', async () => {
		const at = 'custom-profile-fields';
		const field = { name: 'favouriteTea', type: 'Text', label: 'Tea', required: false };
		expect(await machine.api('POST', at, field)).toMatchObject({
			status: 201,
			body: { name: 'favouriteTea', sieOrder: 1 }
		});
		await machine.api('POST', at, { ...field, name: 'cups' });
		expect(await machine.api('POST', at, field)).toMatchObject({
			status: 400,
			body: { code: 'custom_profile_fields.name_exists' }
		});
		const order = [{ name: 'cups', sieOrder: 1 }];
		const ordered = await machine.api('POST', `${at}/properties/sie-order`, { order });
		expect((ordered.body as { name: string }[]).map(({ name }) => name)).toEqual(['cups', 'favouriteTea']);
		expect((await machine.api('PUT', `${at}/cups`, { ...field, name: 'cups', label: 'Cups' })).body).toMatchObject({
			label: 'Cups'
		});
		expect((await machine.api('PUT', `${at}/cups`, field)).status).toBe(400);
		await machine.api('PATCH', 'sign-in-exp', { signUpProfileFields: [{ name: 'cups' }] });
		expect((await machine.api('DELETE', `${at}/cups`)).status).toBe(204);
		expect((await machine.api('GET', 'sign-in-exp')).body).toMatchObject({ signUpProfileFields: [] });
		expect((await machine.api('GET', `${at}/cups`)).status).toBe(404);
	});
});

describe('a picture of the brand', () => {
	const upload = async (bytes: Uint8Array | string, type = 'image/png') => {
		const form = new FormData();
		form.append('file', new Blob([bytes as BlobPart], { type }), 'logo.png');
		const response = await openBrowser(foyer.origin).request('/api/assets', {
			method: 'POST',
			headers: { authorization: `Bearer ${machine.token}` },
			body: form
		});
		return { status: response.status, body: (await response.json()) as { code?: string; id: string; url: string } };
	};
	const drawn = (width: number, height: number) =>
		sharp({ create: { width, height, channels: 4, background: '#0d6e62' } });

	it('is drawn anew, served from an address that never changes, and taken by the settings', async () => {
		const polyglot = Buffer.concat([await drawn(2000, 500).png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
		const made = await upload(polyglot);
		expect(made).toMatchObject({ status: 201, body: { type: 'image/png', width: 1024, height: 256 } });
		const served = await fetch(foyer.origin + made.body.url);
		const bytes = Buffer.from(await served.arrayBuffer());
		expect(bytes.includes('<script>')).toBe(false);
		expect(Object.fromEntries(served.headers)).toMatchObject({
			'content-type': 'image/png',
			'x-content-type-options': 'nosniff',
			'cache-control': 'public, max-age=31536000, immutable',
			'content-security-policy': "default-src 'none'; sandbox"
		});
		const patched = await machine.api('PATCH', 'sign-in-exp', { branding: { logoUrl: made.body.url } });
		expect(patched).toMatchObject({ status: 200, body: { branding: { logoUrl: made.body.url } } });
		const html = await (await fetch(`${foyer.origin}/unknown-session`)).text();
		const [logo = ''] = /<img src="\/assets[^>]+>/.exec(html) ?? [];
		expect([logo.includes(made.body.url), / width="1024"/.test(logo), / height="256"/.test(logo)]).not.toContain(false);
		expect(await upload(polyglot)).toMatchObject({ body: { id: made.body.id } });
		expect((await machine.api('GET', 'assets')).body).toMatchObject([{ id: made.body.id }]);
		expect((await machine.api('DELETE', `assets/${made.body.id}`)).status).toBe(204);
		expect((await fetch(foyer.origin + made.body.url)).status).toBe(404);
	});

	it('becomes WebP where it was JPEG or WebP', async () => {
		for (const bytes of [await drawn(10, 10).jpeg().toBuffer(), await drawn(10, 10).webp().toBuffer()]) {
			const made = await upload(bytes);
			expect(made).toMatchObject({ status: 201, body: { type: 'image/webp' } });
			expect(made.body.url).toMatch(/\.webp\?size=10x10$/);
		}
	});

	it.each([
		['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
		['HTML that says it is PNG', '<!doctype html><script>alert(1)</script>'],
		['a PNG that ends too soon', '\x89PNG\r\n\x1a\n'],
		['GIF', 'GIF89a;']
	])('is not %s', async (_name, text) => {
		expect(await upload(Buffer.from(text, 'latin1'))).toMatchObject({
			status: 400,
			body: { code: 'guard.mime_type_not_allowed' }
		});
	});

	it('is never fetched from an address that somebody names', async () => {
		let calls = 0;
		const inside = createServer((_request, response) => void response.end(String(++calls))).listen(0, '127.0.0.1');
		await once(inside, 'listening');
		const { id } = await foyer.createApplication({
			type: 'Traditional',
			redirectUris: ['https://shop.example/callback']
		});
		const secret = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/latest/meta-data`;
		try {
			for (const address of [secret, 'http://169.254.169.254/latest/meta-data', 'https://[fd00::1]/logo.png'])
				for (const key of ['logoUrl', 'darkLogoUrl', 'favicon', 'artworkUrl']) {
					const branding = { [key]: address };
					const refused = { body: { code: 'request.feature_not_supported' } };
					expect(await machine.api('PATCH', 'sign-in-exp', { branding })).toMatchObject(refused);
					const look = `applications/${id}/sign-in-experience`;
					expect(await machine.api('PUT', look, { branding })).toMatchObject(refused);
					const { body } = await machine.api('PUT', 'sign-in-exp/draft', { branding });
					const problem = expect.objectContaining({ field: `branding.${key}`, blocks: true });
					expect((body as { problems: object[] }).problems).toContainEqual(problem);
				}
			expect(calls).toBe(0);
		} finally {
			await machine.api('DELETE', 'sign-in-exp/draft');
			inside.close();
		}
	});

	it('is no bomb and no more than half a megabyte', async () => {
		const bomb = await drawn(5000, 5000).png({ compressionLevel: 9 }).toBuffer();
		expect(bomb.byteLength).toBeLessThan(500_000);
		expect((await upload(bomb)).status).toBe(400);
		for (const size of [500_001, 10_000_000]) {
			expect(await upload(new Uint8Array(size))).toMatchObject({
				status: 400,
				body: { code: 'guard.file_size_exceeded' }
			});
		}
	});
});

describe('how the installation is doing', () => {
	it('is told without a secret', async () => {
		const { status, body } = await machine.api('GET', 'health-report');
		expect(status).toBe(200);
		expect(body).toMatchObject({
			database: { answers: true },
			connectors: expect.arrayContaining([
				expect.objectContaining({ carries: 'sms', enabled: true, failed: 0, reasons: [], pausedFor: null })
			]),
			used: { perCountry: [], perApplication: [], perInstallation: [] },
			delivery: { phone: { sent: expect.any(Number), confirmed: expect.any(Number) } },
			signingKeys: expect.arrayContaining([expect.objectContaining({ status: 'current' })])
		});
		const { delivery, connectors } = body as HealthAnswer;
		expect(Math.max(...connectors.map(({ accepted }) => accepted))).toBeGreaterThan(0);
		expect(delivery.phone.sent).toBeGreaterThan(0);
		expect(JSON.stringify(body)).not.toMatch(/accessKey|"d":/);
	});
});
