// Applications over HTTP: registered, changed, proven by one of several secrets, dressed and removed by a machine.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { askToken, openMachine, type Machine } from '../support/management.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer();
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

type Application = { id: string; name: string; secret?: string };
const oidcClientMetadata = {
	redirectUris: ['https://shop.example/callback'],
	postLogoutRedirectUris: ['https://shop.example/']
};

async function create(body: object = {}): Promise<Application> {
	const made = await machine.api('POST', 'applications', { name: 'Shop', type: 'Traditional', ...body });
	if (made.status !== 200) throw new Error(JSON.stringify(made.body));
	return made.body as Application;
}

describe('an application that a machine registers', () => {
	it('has Logto’s shape, and tells its secret once', async () => {
		const { secret, ...rest } = await create({ oidcClientMetadata, description: 'Books', customData: { tier: 1 } });
		expect(secret).toMatch(/^[A-Za-z0-9]{32}$/);
		expect(rest).toMatchObject({
			tenantId: 'default',
			name: 'Shop',
			description: 'Books',
			type: 'Traditional',
			oidcClientMetadata,
			customClientMetadata: {},
			protectedAppMetadata: null,
			customData: { tier: 1 },
			isThirdParty: false,
			mayManage: false
		});
		expect((await machine.api('GET', `applications/${rest.id}`)).body).toEqual(rest);
		expect(JSON.stringify((await machine.api('GET', 'applications')).body)).not.toContain(secret);
	});

	it('may be registered before its addresses are known, and cannot sign anybody in until then', async () => {
		const { id, secret } = await create({ type: 'SPA' });
		expect(secret).toBeUndefined();
		const ask = () =>
			fetch(
				`${foyer.origin}/oidc/auth?client_id=${id}&redirect_uri=https://shop.example/callback&response_type=code&scope=openid&code_challenge=${'x'.repeat(43)}&code_challenge_method=S256`,
				{ redirect: 'manual' }
			);
		expect((await ask()).status).toBe(400);
		await machine.api('PATCH', `applications/${id}`, { oidcClientMetadata });
		expect((await ask()).headers.get('location')).toMatch(/^\/sign-in/);
	});

	it.each([
		[{ type: 'Protected' }, {}],
		[{ name: ' ' }, { field: 'name' }],
		[{ oidcClientMetadata: { redirectUris: ['https://*.shop.example'] } }, { flaw: 'wildcard' }],
		[{ oidcClientMetadata: { redirectUris: ['javascript:alert(1)'] } }, { flaw: 'scheme' }],
		[{ oidcClientMetadata: { postLogoutRedirectUris: ['https://a.example/#x'] } }, { flaw: 'fragment' }],
		[{ oidcClientMetadata: { backchannelLogoutUri: 'https://shop.example' } }, {}],
		[{ customClientMetadata: { idTokenTtl: 1 } }, {}],
		[{ customClientMetadata: { corsAllowedOrigins: ['https://shop.example/path'] } }, {}],
		[{ customClientMetadata: { allowTokenExchange: true } }, {}],
		[{ mayManage: true }, { field: 'management' }]
	])('is not registered with %j', async (wrong, data) => {
		const body = { name: 'Shop', type: 'Traditional', ...wrong };
		expect(await machine.api('POST', 'applications', body)).toMatchObject({
			status: 400,
			body: { code: 'guard.invalid_input', data }
		});
	});

	it('changes in what is named, and is gone when it is deleted', async () => {
		const { id } = await create({ oidcClientMetadata, description: 'Books' });
		const changed = await machine.api('PATCH', `applications/${id}`, {
			name: 'Library',
			description: null,
			customClientMetadata: { rotateRefreshToken: false },
			oidcClientMetadata: { redirectUris: ['https://library.example/callback'] }
		});
		expect(changed).toMatchObject({
			status: 200,
			body: {
				name: 'Library',
				description: '',
				customClientMetadata: { rotateRefreshToken: false },
				oidcClientMetadata: {
					redirectUris: ['https://library.example/callback'],
					postLogoutRedirectUris: oidcClientMetadata.postLogoutRedirectUris
				}
			}
		});
		expect((await machine.api('DELETE', `applications/${id}`)).status).toBe(204);
		for (const method of ['GET', 'DELETE']) {
			expect(await machine.api(method, `applications/${id}`)).toMatchObject({
				status: 404,
				body: { code: 'entity.not_exists_with_id' }
			});
		}
	});

	it('is found by a part of its name, by its type and by whose it is, a page at a time', async () => {
		const { id } = await create({ name: 'Zebra', type: 'SPA' });
		await create({ name: 'Zebra crossing', type: 'Native' });
		const { body, headers } = await machine.api(
			'GET',
			'applications?search=%25zebra%25&types=SPA&types=MachineToMachine'
		);
		expect((body as Application[]).map((one) => one.id)).toEqual([id]);
		expect(headers.get('total-number')).toBe('1');
		const page = await machine.api('GET', 'applications?search=zebra&page=2&page_size=1');
		expect((page.body as Application[]).map((one) => one.id)).toEqual([id]);
		expect(page.headers.get('link')).toContain('rel="first"');
		expect((await machine.api('GET', 'applications?isThirdParty=true')).body).toEqual([]);
		expect((await machine.api('GET', 'applications?excludeRoleId=x')).status).toBe(400);
	});
});

describe('the secrets of an application', () => {
	const trySecret = (id: string, secret: string | undefined) =>
		askToken(foyer.origin, { id, secret }, { scope: '' }).then(
			() => 'in',
			() => 'out'
		);

	it('are several at once, so that one replaces another without a gap', async () => {
		const { id, secret } = await create({ type: 'MachineToMachine' });
		const made = await machine.api('POST', `applications/${id}/secrets`, { name: 'Next one' });
		const next = (made.body as { value: string }).value;
		expect(made).toMatchObject({ status: 201, body: { applicationId: id, name: 'Next one', expiresAt: null } });
		expect(await Promise.all([trySecret(id, secret), trySecret(id, next)])).toEqual(['in', 'in']);

		const list = await machine.api('GET', `applications/${id}/secrets`);
		expect(list.body).toMatchObject([
			{ name: 'Default secret', value: `********${secret?.slice(-4)}` },
			{ name: 'Next one', value: `********${next.slice(-4)}` }
		]);
		expect((await machine.api('DELETE', `applications/${id}/secrets/Default%20secret`)).status).toBe(204);
		expect(await Promise.all([trySecret(id, secret), trySecret(id, next), trySecret(id, '')])).toEqual([
			'out',
			'in',
			'out'
		]);
	});

	it('end when they are said to', async () => {
		const { id } = await create({ type: 'MachineToMachine' });
		const expiresAt = Date.now() + 3_600_000;
		const made = await machine.api('POST', `applications/${id}/secrets`, { name: 'An hour', expiresAt });
		const { value } = made.body as { value: string };
		expect(await trySecret(id, value)).toBe('in');
		await foyer.advanceClock(3_700_000);
		expect(await trySecret(id, value)).toBe('out');
		const late = await machine.api('POST', `applications/${id}/secrets`, { name: 'Late', expiresAt: 1 });
		expect(late).toMatchObject({ status: 400, body: { data: { field: 'expiresAt' } } });
	});

	it('have names of their own, which can be changed', async () => {
		const { id } = await create();
		const at = `applications/${id}/secrets`;
		const taken = { status: 422, body: { code: 'application.secret_name_exists' } };
		expect(await machine.api('POST', at, { name: 'Default secret' })).toMatchObject(taken);
		await machine.api('POST', at, { name: '第二个' });
		expect(
			await machine.api('PATCH', `${at}/${encodeURIComponent('第二个')}`, { name: 'Default secret' })
		).toMatchObject(taken);
		const renamed = await machine.api('PATCH', `${at}/${encodeURIComponent('第二个')}`, { name: 'Second' });
		expect(renamed).toMatchObject({ status: 200, body: { name: 'Second', value: expect.stringMatching(/^\*{8}/) } });
		expect((await machine.api('DELETE', `${at}/nothing`)).status).toBe(404);
	});

	it('are not for applications that could not keep them', async () => {
		const { id } = await create({ type: 'SPA' });
		expect(await machine.api('POST', `applications/${id}/secrets`, { name: 'x' })).toMatchObject({ status: 400 });
	});
});

describe('how an application looks', () => {
	it('is as all others do until it is dressed, and again when nothing is left of that', async () => {
		const { id } = await create({ oidcClientMetadata });
		const at = `applications/${id}/sign-in-experience`;
		expect((await machine.api('GET', at)).status).toBe(404);
		const color = { primaryColor: '#117733', isDarkModeEnabled: false, darkPrimaryColor: '#88ccaa' };
		const look = { displayName: 'Bookshop', color, termsOfUseUrl: 'https://shop.example/terms', customCss: null };
		expect(await machine.api('PUT', at, look)).toMatchObject({ status: 200, body: { applicationId: id, ...look } });
		const shown = await openBrowser(foyer.origin).request(`/api/.well-known/sign-in-exp?appId=${id}`);
		expect(await shown.json()).toMatchObject({ color, branding: { name: 'Bookshop' } });
		expect((await machine.api('PUT', at, { color: {}, branding: null })).status).toBe(200);
		expect((await machine.api('GET', at)).status).toBe(404);
	});

	it('holds no picture of another host', async () => {
		const { id } = await create();
		const branding = { logoUrl: 'https://elsewhere.example/logo.png' };
		const refused = await machine.api('PUT', `applications/${id}/sign-in-experience`, { branding });
		expect(refused).toMatchObject({ status: 422, body: { code: 'request.feature_not_supported' } });
	});
});

describe('what a third party may ask people for', () => {
	it('is added and taken away, one by one', async () => {
		const { id } = await create({ oidcClientMetadata, isThirdParty: true });
		const at = `applications/${id}/user-consent-scopes`;
		expect((await machine.api('GET', at)).body).toMatchObject({ userScopes: ['profile', 'email', 'phone'] });
		const more = await machine.api('POST', at, { userScopes: ['custom_data'] });
		expect(more).toMatchObject({ status: 201, body: { userScopes: ['profile', 'email', 'phone', 'custom_data'] } });
		expect((await machine.api('DELETE', `${at}/user-scopes/phone`)).status).toBe(204);
		expect((await machine.api('GET', at)).body).toMatchObject({ userScopes: ['profile', 'email', 'custom_data'] });
		expect((await machine.api('DELETE', `${at}/user-scopes/openid`)).status).toBe(404);
		expect((await machine.api('POST', at, { userScopes: ['everything'] })).status).toBe(400);
	});

	it('is nobody’s own', async () => {
		const { id } = await create();
		const refused = await machine.api('POST', `applications/${id}/user-consent-scopes`, { userScopes: ['phone'] });
		expect(refused).toMatchObject({ status: 422, body: { code: 'application.third_party_application_only' } });
	});
});
