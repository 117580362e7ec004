// examples/express in Chromium, as its user meets it: any OpenID Connect library will do.
import path from 'node:path';
import { test, expect } from '../support/e2e.ts';
import { findFreePort } from '../support/free-port.ts';
import { startChild } from '../support/judges/child-process.ts';
import { typeCode } from '../support/judges/type-code.ts';
import { somePhone } from '../support/people.ts';
import { cleanEnv, projectFolder } from '../support/run-foyer.ts';

test('an Express application signs somebody up and out', { tag: '@script' }, async ({ page, foyer }) => {
	const port = await findFreePort();
	const home = `http://localhost:${port}/`;
	const { id, secret } = await foyer.createApplication({
		name: 'Bookstore',
		redirectUris: [`${home}callback`],
		postLogoutRedirectUris: [home]
	});
	const bookstore = await startChild({
		command: process.execPath,
		args: [path.join(projectFolder, 'examples/express/server.js')],
		env: cleanEnv({
			FOYER_ENDPOINT: foyer.origin,
			FOYER_APP_ID: id,
			FOYER_APP_SECRET: secret,
			SESSION_SECRET: 'any long random text, which nobody else knows',
			PORT: String(port)
		}),
		isReady: async () => (await fetch(home)).ok
	});
	try {
		const phone = somePhone();
		await page.goto(home);
		await page.getByRole('link', { name: 'create an account' }).click();
		await page.getByLabel('Phone number').fill(`+${phone}`);
		await page.getByRole('button', { name: 'Send me a code' }).click();
		await typeCode(page, await foyer.inbox.codeFor(`+${phone}`), true);
		await expect(page.getByText(new RegExp(`Signed in as \\+?${phone}`))).toBeVisible();

		await page.getByRole('button', { name: 'Sign out' }).click();
		await expect(page).toHaveURL(home);
		await page.getByRole('link', { name: 'Sign in' }).click();
		const asked = page.waitForRequest(/\/oidc\/auth\?/);
		await page.goto(`${home}sign-in`);
		const state = new URL((await asked).url()).searchParams.get('state') ?? '';
		await expect(page.getByLabel('Phone number')).toBeVisible();

		// As Foyer answers where somebody does not allow it.
		const answer = new URLSearchParams({ error: 'access_denied', state, iss: `${foyer.origin}/oidc` });
		await page.goto(`${home}callback?${answer}`);
		await expect(page.getByText('You were not signed in.')).toBeVisible();
	} finally {
		await bookstore.stop();
	}
});
