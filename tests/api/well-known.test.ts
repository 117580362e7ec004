// What pages and other clients are told before anybody signs in: settings and words.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { done } from '../support/factors.ts';
import { openMachine } from '../support/management.ts';
import { presets } from '../support/presets.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer({ settings: presets.usernamePassword });
});
afterAll(() => foyer.stop());

type Experience = {
	branding: { name?: string };
	color: { primaryColor: string };
	forgotPassword: Record<string, boolean>;
	customProfileFields: object[];
	customProfileFieldCatalog: object[];
};
const ask = (path: string, headers: Record<string, string> = {}) =>
	openBrowser(foyer.origin).request(`/api/.well-known/${path}`, { headers });
const experience = async (query = '') => (await (await ask(`sign-in-exp${query}`)).json()) as Experience;

describe('the sign-in experience', () => {
	it('is what the preset says, with what pages need to know of passwords', async () => {
		expect(await experience()).toMatchObject({
			...presets.usernamePassword,
			passwordPolicy: { length: { min: 8 } },
			usernamePolicy: { minLength: 1 },
			forgotPassword: { phone: true, email: true },
			socialConnectors: [],
			ssoConnectors: [],
			customProfileFields: [],
			customProfileFieldCatalog: [],
			isDevelopmentTenant: true
		});
	});

	it('has the fields that sign-up asks for, in its order, and the whole catalogue', async () => {
		const machine = await openMachine(foyer);
		const field = (name: string) => ({ name, type: 'Text', required: true });
		const customProfileFields = ['nickname', 'company', 'role'].map(field);
		const told = async (signUpProfileFields: { name: string }[] | null) => {
			await done(machine.api('PATCH', 'sign-in-exp', { customProfileFields, signUpProfileFields }));
			return experience();
		};
		expect(await told([{ name: 'role' }, { name: 'nickname' }])).toMatchObject({
			customProfileFields: [field('role'), field('nickname')],
			customProfileFieldCatalog: customProfileFields
		});
		expect((await told(null)).customProfileFields).toMatchObject(customProfileFields);
		await done(machine.api('PATCH', 'sign-in-exp', { customProfileFields: [], signUpProfileFields: [] }));
	});

	it('keeps limits and lists of the engine to itself', async () => {
		const told = await experience();
		for (const name of ['sendPolicy', 'lockoutPolicy', 'emailBlocklistPolicy', 'forgotPasswordMethods']) {
			expect(told).not.toHaveProperty(name);
		}
	});

	it('has two names', async () => {
		expect(await (await ask('experience')).json()).toEqual(await experience());
	});

	it.each(['identity', 'br', 'gzip'])('is not sent again while nothing has changed (%s)', async (encoding) => {
		const headers = { 'accept-encoding': encoding };
		const etag = (await ask('sign-in-exp', headers)).headers.get('etag') ?? '';
		expect(etag).not.toBe('');
		const again = await ask('sign-in-exp', { ...headers, 'if-none-match': etag });
		expect([again.status, await again.text()]).toEqual([304, '']);
	});

	it('changes within a second, and its tag with it', async () => {
		const { headers } = await ask('sign-in-exp');
		const ran = await foyer.run(['settings', 'set', '--file', '-'], JSON.stringify({ branding: { name: 'Harbour' } }));
		expect(ran.code).toBe(0);
		await expect.poll(async () => (await experience()).branding.name, { timeout: 5000 }).toBe('Harbour');
		expect((await ask('sign-in-exp', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(200);
	});

	it('refuses what contradicts itself, in a sentence', async () => {
		const wrong = { signUp: { identifiers: ['email'], password: false, verify: false } };
		const ran = await foyer.run(['settings', 'set', '--file', '-'], JSON.stringify(wrong));
		expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('signUp.verify: phone numbers and email') });
	});
});

describe('an application with a look of its own', () => {
	it('is told apart by ?appId, and on its pages', async () => {
		const { id } = await foyer.createApplication({ redirectUris: ['http://localhost:9/callback'] });
		const look = {
			displayName: 'Bookstore',
			color: { primaryColor: '#aa3311', isDarkModeEnabled: false, darkPrimaryColor: '#ee9988' }
		};
		const ran = await foyer.run(['app', 'look', id, '--file', '-'], JSON.stringify(look));
		expect(ran).toMatchObject({ code: 0, stderr: '' });
		await expect
			.poll(async () => (await experience(`?appId=${id}`)).branding.name, { timeout: 5000 })
			.toBe('Bookstore');
		expect((await experience(`?appId=${id}`)).color).toEqual(look.color);
		expect((await experience()).color.primaryColor).not.toBe(look.color.primaryColor);

		const page = await (await fetch(`${foyer.origin}/unknown-session?app_id=${id}`)).text();
		expect(page).toContain('--foyer-primary:#aa3311');
		expect(page).toContain('Bookstore');
	});
});

describe('where passwords are changed', () => {
	const leadsTo = async () => {
		const answer = await fetch(`${foyer.origin}/.well-known/change-password`, { redirect: 'manual' });
		return [answer.status, answer.headers.get('location')];
	};

	it('is the account page, and the recovery where that changes none', async () => {
		expect(await leadsTo()).toEqual([303, '/account/password']);
		const machine = await openMachine(foyer);
		const set = (center: object) => done(machine.api('PATCH', 'account-center', center));
		for (const center of [{ fields: { password: 'ReadOnly' } }, { enabled: false, fields: { password: 'Edit' } }]) {
			await set(center);
			await expect.poll(leadsTo, { timeout: 5000 }).toEqual([303, '/forgot-password']);
			await set({ enabled: true, fields: { password: 'Edit' } });
			await expect.poll(leadsTo, { timeout: 5000 }).toEqual([303, '/account/password']);
		}
	});
});

describe('the words of pages', () => {
	it.each([
		['the language asked for', '?lng=zh-CN', 'en', 'zh-CN'],
		['a close one', '?lng=zh-SG', 'en', 'zh-CN'],
		['the browser’s when nobody speaks the one asked for', '?lng=xx', 'zh-CN', 'zh-CN'],
		['the one that a client has detected', '?locale=zh-CN', 'en', 'zh-CN'],
		['the second choice of the browser', '', 'xx, zh;q=0.5', 'zh-CN'],
		['the default when nobody speaks any', '?lng=xx', 'yy', 'en']
	])('come in %s', async (_, query, accepted, language) => {
		const answer = await ask(`phrases${query}`, { 'accept-language': accepted });
		const { translation } = (await answer.json()) as { translation: Record<string, string> };
		expect(answer.headers.get('content-language')).toBe(language);
		expect(/[\u4e00-\u9fff]/.test(translation.send_code ?? '')).toBe(language === 'zh-CN');
	});

	it('follow nobody but who names a language, where none is to be detected', async () => {
		const set = (autoDetect: boolean) =>
			foyer.run(
				['settings', 'set', '--file', '-'],
				JSON.stringify({ languageInfo: { autoDetect, fallbackLanguage: 'en' } })
			);
		const languageOf = async (query: string) =>
			(await ask(`phrases${query}`, { 'accept-language': 'zh-CN' })).headers.get('content-language');
		expect((await set(false)).code).toBe(0);
		await expect.poll(() => languageOf(''), { timeout: 5000 }).toBe('en');
		expect(await languageOf('?locale=zh-CN')).toBe('en');
		expect(await languageOf('?lng=zh-CN')).toBe('zh-CN');
		await set(true);
	});

	it('are not sent again to whoever has them', async () => {
		const etag = (await ask('phrases?lng=zh-CN')).headers.get('etag') ?? '';
		expect((await ask('phrases?lng=zh-CN', { 'if-none-match': etag })).status).toBe(304);
		expect((await ask('phrases?lng=en', { 'if-none-match': etag })).status).toBe(200);
	});
});
