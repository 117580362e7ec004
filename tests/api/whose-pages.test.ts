// Whose words stand on a page: also on those of the provider, and where something has failed.
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signInWithCode, type Browser } from '../support/api-client.ts';
import { done } from '../support/factors.ts';
import { openMachine } from '../support/management.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const html = { accept: 'text/html', 'accept-language': 'en' };

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer?.stop());

const read = async (url: string, browser: Browser = openBrowser(foyer.origin)) => {
	const answer = await browser.request(url, { headers: html });
	return { status: answer.status, page: await answer.text() };
};
const signedIn = async () => (await signInWithCode(foyer, { phone: somePhone() })).browser;
const headingOf = (page: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(page)?.[1]?.replaceAll(/<!--.*?-->/g, '');

describe('words of the tenant’s own', () => {
	beforeAll(async () => {
		const machine = await openMachine(foyer);
		const words = { failure_not_found_title: 'Nothing on this shelf', sign_out_title: 'Leaving the library?' };
		await done(machine.api('PATCH', 'custom-phrases/en', words));
	});

	it('are said where something is not found', async () => {
		const { status, page } = await read('/nothing-here');
		expect(status).toBe(404);
		expect(headingOf(page)).toBe('Nothing on this shelf');
	});

	it('are said on the pages of the provider', async () => {
		const asked = await read('/oidc/session/end', await signedIn());
		expect(headingOf(asked.page)).toBe('Leaving the library?');
		const nothing = await read('/oidc/nothing-here');
		expect(nothing.status).toBe(404);
		expect(headingOf(nothing.page)).toBe('Nothing on this shelf');
	});

	it('give way to ours where nobody can read them: what failed is said all the same', async () => {
		const database = new DatabaseSync(path.join(foyer.dataFolder, 'foyer.db'));
		database.exec('ALTER TABLE custom_phrase RENAME TO gone');
		database.exec('ALTER TABLE setting RENAME TO gone_setting');
		database.close();
		const heading = async () => headingOf((await read('/nothing-here')).page);
		await expect.poll(heading, { timeout: 5000 }).toBe('There’s nothing here');
		expect((await read('/nothing-here')).status).toBe(404);
	});
});
