// Production's rules in Chromium: https by way of nginx, and a relying party that relaxes nothing.
import { test as base, expect, type APIRequestContext, type Cookie } from '@playwright/test';
import * as oidc from 'openid-client';
import { isMissing } from '../support/machine.ts';
import { authorize, discover, exchange } from '../support/judges/openid-session.ts';
import { startLanding, type Landing } from '../support/judges/landing.ts';
import { startProduction, type Production } from '../support/judges/production.ts';
import { typeCode } from '../support/judges/type-code.ts';
import { somePhone } from '../support/people.ts';

const test = base.extend<object, { foyer: Production; landing: Landing }>({
	foyer: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
		async ({}, use) => {
			const foyer = await startProduction();
			await use(foyer);
			await foyer.stop();
		},
		{ scope: 'worker', timeout: 120_000 }
	],
	landing: [
		// eslint-disable-next-line no-empty-pattern -- as above
		async ({}, use) => {
			const landing = await startLanding();
			await use(landing);
			await landing.stop();
		},
		{ scope: 'worker' }
	]
});

const noNginx = await isMissing('nginx');

test.use({ ignoreHTTPSErrors: true });

test.describe('an installation behind https', () => {
	test.skip(noNginx, 'nginx is not installed');

	test('signs in and out with cookies that only https carries', async ({
		page,
		context,
		request,
		foyer,
		landing: { home },
		javaScriptEnabled
	}) => {
		const application = await foyer.createApplication({
			redirectUris: [`${home}callback`],
			postLogoutRedirectUris: [home]
		});
		const judge = await discover(foyer.origin, application, undefined, overPlaywright(request));
		expect(judge.config.serverMetadata().issuer).toBe(`${foyer.origin}/oidc`);

		const sent = await authorize(judge);
		const landed = await page.goto(sent.url.href);
		expect(landed?.headers()['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
		expect(landed?.url()).toContain(`${foyer.origin}/sign-in?`);
		const during = await context.cookies();
		expectOnlyHttps(during);
		expect(during.some(({ name }) => name === '__Host-_interaction')).toBe(true);
		expect(during.some(({ name }) => name === '__Secure-_interaction_resume')).toBe(true);

		const phone = somePhone();
		await page.getByLabel('Phone number').fill(`+${phone}`);
		await page.getByRole('button', { name: 'Send me a code' }).click();
		await typeCode(page, await foyer.inbox.codeFor(`+${phone}`), javaScriptEnabled);
		await page.getByRole('button', { name: 'Create account' }).click();
		await page.waitForURL(`${home}callback?**`);

		const tokens = await exchange(judge, sent, new URL(page.url()));
		expect(tokens.claims()).toMatchObject({ iss: `${foyer.origin}/oidc`, phone_number: phone });
		const after = await context.cookies();
		expectOnlyHttps(after);
		const session = after.find(({ name }) => name === '__Host-_session');
		expect(session).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'Lax', domain: 'localhost' });

		await page.goto(oidc.buildEndSessionUrl(judge.config, { post_logout_redirect_uri: home }).href);
		await expect(page).toHaveURL(home);
		await page.goto((await authorize(judge, { prompt: 'none' })).url.href);
		expect(new URL(page.url()).searchParams.get('error')).toBe('login_required');
	});
});

function expectOnlyHttps(cookies: Cookie[]): void {
	expect(cookies.length).toBeGreaterThan(0);
	for (const { name, path, secure, httpOnly, sameSite } of cookies) {
		expect({ name, secure, httpOnly, sameSite }).toEqual({ name, secure: true, httpOnly: true, sameSite: 'Lax' });
		expect(name).toMatch(path === '/' ? /^__Host-/ : /^__Secure-/);
	}
}

/** Node's fetch does not know the certificate; Playwright is told not to ask. */
function overPlaywright(request: APIRequestContext): oidc.CustomFetch {
	return async (url, { method, headers, body }) => {
		const answer = await request.fetch(url, { method, headers, data: body?.toString(), maxRedirects: 0 });
		return new Response(await answer.text(), { status: answer.status(), headers: answer.headers() });
	};
}
