// Playwright's `test` with a Foyer of its own: one server a worker, which every test of that worker shares.
import { test as base } from '@playwright/test';
import { startFoyer, type Foyer } from './server.ts';

export const test = base.extend<object, { foyer: Foyer }>({
	foyer: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
		async ({}, use) => {
			const foyer = await startFoyer();
			await use(foyer);
			await foyer.stop();
		},
		{ scope: 'worker', timeout: 90_000 }
	],
	baseURL: async ({ foyer }, use) => use(foyer.origin)
});

export { expect } from '@playwright/test';
