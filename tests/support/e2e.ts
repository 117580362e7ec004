// Playwright's `test` with a Foyer of its own: one server a worker, which every test of that worker shares.
import { test as base } from '@playwright/test';
import { startFoyer, type Foyer } from './server.ts';

type Shared = {
	/** Merged into the default settings: `test.use({ settings: presets.usernamePassword })` at the top of a file. */
	settings: Record<string, unknown>;
	foyer: Foyer;
};

export const test = base.extend<object, Shared>({
	settings: [{}, { scope: 'worker', option: true }],
	foyer: [
		async ({ settings }, use) => {
			const foyer = await startFoyer({ settings });
			await use(foyer);
			await foyer.stop();
		},
		{ scope: 'worker', timeout: 90_000 }
	],
	baseURL: async ({ foyer }, use) => use(foyer.origin)
});

export { expect } from '@playwright/test';
