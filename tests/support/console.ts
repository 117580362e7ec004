// Signing an administrator in to the console of a running Foyer.
import type { Page } from '@playwright/test';
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
