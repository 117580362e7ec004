// What an application may ask of the first page, by the options of @logto/node: docs/integrate.md lists the same.
import type { SignInOptions } from '@logto/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { readForms } from '../support/judges/html-forms.ts';
import { createLogtoClient } from '../support/judges/logto-client.ts';
import { open } from '../support/judges/person.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const redirectUri = 'http://localhost:3000/callback';

let foyer: Foyer;
let appId: string;

beforeAll(async () => {
	foyer = await startFoyer();
	appId = (await foyer.createApplication({ type: 'SPA', redirectUris: [redirectUri] })).id;
});
afterAll(() => foyer?.stop());

async function arrive(options: Partial<SignInOptions>) {
	const { client, wanted } = createLogtoClient({ endpoint: foyer.origin, appId });
	await client.signIn({ redirectUri, ...options });
	const { url, html } = await open(openBrowser(foyer.origin), wanted());
	return { path: url.pathname, html };
}

describe('the first page', () => {
	it.each<[Partial<SignInOptions>, string]>([
		[{}, '/sign-in'],
		[{ interactionMode: 'signIn' }, '/sign-in'],
		[{ interactionMode: 'signUp' }, '/register'],
		[{ interactionMode: 'signUp', firstScreen: 'sign_in' }, '/sign-in'],
		[{ firstScreen: 'sign_in' }, '/sign-in'],
		[{ firstScreen: 'register' }, '/register'],
		[{ firstScreen: 'identifier:sign_in' }, '/sign-in'],
		[{ firstScreen: 'identifier:register' }, '/register'],
		[{ firstScreen: 'reset_password' }, '/sign-in'],
		[{ firstScreen: 'single_sign_on' }, '/sign-in'],
		[{ directSignIn: { method: 'social', target: 'wechat' } }, '/sign-in'],
		[{ directSignIn: { method: 'social', target: 'wechat' }, firstScreen: 'register' }, '/register']
	])('for %o is %s', async (options, path) => {
		expect((await arrive(options)).path).toBe(path);
	});

	it('ignores a value that it does not know, and keeps the others', async () => {
		const { path, html } = await arrive({ extraParams: { first_screen: 'lobby', ui_locales: 'zh-CN' } });
		expect(path).toBe('/sign-in');
		expect(html).toContain('<html lang="zh-CN"');
	});

	it('offers only the kind of identifier that was asked for', async () => {
		const { html } = await arrive({ firstScreen: 'identifier:sign_in', identifiers: ['email'] });
		expect(readForms(html)[0]?.fields.kind).toBe('email');
		expect(html).not.toContain('Use phone');
	});

	it('has the login hint typed in already', async () => {
		const { html } = await arrive({ loginHint: 'reader@example.com' });
		expect(html).toContain('value="reader@example.com"');
		expect(readForms(html)[0]?.fields.kind).toBe('email');
	});

	it('speaks the language of ui_locales', async () => {
		expect((await arrive({ extraParams: { ui_locales: 'zh-CN en' } })).html).toContain('<html lang="zh-CN"');
	});
});
