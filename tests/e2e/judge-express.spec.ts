// The guide of Express, followed to the letter; its code is that of examples/express. Any OpenID Connect library will do.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { openConsole } from '../support/console.ts';
import { test, expect } from '../support/e2e.ts';
import { findFreePort } from '../support/free-port.ts';
import { startChild } from '../support/judges/child-process.ts';
import { typeCode } from '../support/judges/type-code.ts';
import { somePhone } from '../support/people.ts';
import { cleanEnv, projectFolder } from '../support/run-foyer.ts';
import type { Foyer } from '../support/server.ts';

/** Within the project, whose packages it finds: nothing is installed. */
const folder = path.join(projectFolder, 'test-results', 'guide-express');

/** What the guide of the console says to write and to run, letter by letter; but for the port, which may be taken here. */
async function followGuide(browser: Browser, foyer: Foyer, port: number): Promise<string[]> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await openConsole(page, foyer);
	await page.goto(`${foyer.origin}/console/applications/new`);
	await page.getByLabel('Name', { exact: true }).fill('Bookstore');
	await page.getByLabel('Express').check();
	await page.getByRole('button', { name: 'Create application' }).click();
	const secret = await page.getByRole('status', { name: 'App secret' }).innerText();
	await page.getByRole('link', { name: 'Open the guide of Bookstore' }).click();
	await expect(page.getByText('These addresses are registered.')).toBeVisible();
	const codeOf = (title: string) =>
		page.locator('figure', { has: page.getByText(title, { exact: true }) }).locator('pre');
	const [env, server, run] = await Promise.all([
		codeOf('.env').textContent(),
		codeOf('server.js').textContent(),
		codeOf('shell').last().textContent()
	]);
	await page.getByRole('tab', { name: 'Settings' }).click();
	await page.getByLabel('Redirect URIs', { exact: true }).fill(`http://localhost:${port}/callback`);
	await page.getByLabel('Post sign-out redirect URIs').fill(`http://localhost:${port}/`);
	await page.getByRole('button', { name: 'Save changes' }).click();
	await expect(page.getByText('It counts from now on.')).toBeVisible();
	await context.close();

	await mkdir(folder, { recursive: true });
	await writeFile(path.join(folder, '.env'), `${env?.replace(/<the secret.*?>/, secret)}\nPORT=${port}\n`);
	await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
	await writeFile(path.join(folder, 'server.js'), server ?? '');
	const [command, ...args] = (run ?? '').split(' ');
	expect(command).toBe('node');
	return args;
}

test('an Express application signs somebody up and out', { tag: '@script' }, async ({ page, browser, foyer }) => {
	const port = await findFreePort();
	const home = `http://localhost:${port}/`;
	const bookstore = await startChild({
		command: process.execPath,
		args: await followGuide(browser, foyer, port),
		cwd: folder,
		env: cleanEnv({}),
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
		await rm(folder, { recursive: true });
	}
});
