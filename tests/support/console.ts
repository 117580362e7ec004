// Signing an administrator in to the console of a running Foyer.
import type { Page } from '@playwright/test';
import { openBrowser, type Browser } from './api-client.ts';
import { readForms } from './judges/html-forms.ts';
import { open, post } from './judges/person.ts';
import type { Foyer } from './server.ts';

/** By a one-time link, as the operator of the installation gets in. With script the page presses its button itself. */
export async function openConsole(page: Page, foyer: Pick<Foyer, 'run'>): Promise<void> {
	await page.goto(await consoleLink(foyer));
	await page.getByRole('heading', { name: 'Get started' }).waitFor();
}

export async function consoleLink(foyer: Pick<Foyer, 'run'>, ...who: string[]): Promise<string> {
	const { code, stdout, stderr } = await foyer.run(['admin', 'link', ...who]);
	if (code !== 0) throw new Error(stderr);
	return stdout.trim();
}

/** The same over HTTP alone: a browser with the console's cookie. */
export async function signInToConsole(foyer: Pick<Foyer, 'run' | 'origin'>, ...who: string[]): Promise<Browser> {
	const browser = openBrowser(foyer.origin);
	let place = await open(browser, await consoleLink(foyer, ...who));
	for (let step = 0; step < 4 && place.url.pathname !== '/console'; step++) {
		const [form] = readForms(place.html);
		if (!form) throw new Error(`${place.url.pathname} has no form`);
		place = await post(browser, place.url, form);
	}
	if (place.url.pathname !== '/console') throw new Error(`the console kept us on ${place.url.pathname}`);
	return browser;
}
