// `foyer/testing/playwright`: Playwright's `test` with a Foyer of its own for each worker, and recipients for each test.
import { test as base } from '@playwright/test';
import type { Namespace } from './namespace.ts';
import { createHostedPages, type HostedPages } from './pages.ts';
import { startFoyer, type Foyer } from './start-foyer.ts';

export type WorkerFixtures = {
	/** Merged into the default settings: `test.use({ settings: { … } })` at the top of a file. */
	settings: Record<string, unknown>;
	/** Started once a worker; all of its tests share it. */
	foyer: Foyer;
};

export type TestFixtures = {
	/** Numbers and addresses of this test alone, given back at its end. */
	people: Namespace;
	/** Foyer's pages: `await pages.signIn(page, people.phone())`. */
	pages: HostedPages;
};

const startTimeoutMs = 90_000;

export const test = base.extend<TestFixtures, WorkerFixtures>({
	settings: [{}, { scope: 'worker', option: true }],
	foyer: [
		async ({ settings }, use) => {
			const foyer = await startFoyer({ settings });
			await use(foyer);
			await foyer.stop();
		},
		{ scope: 'worker', timeout: startTimeoutMs }
	],
	people: async ({ foyer }, use) => {
		const people = await foyer.namespace();
		await use(people);
		await people.release();
	},
	pages: async ({ foyer }, use) => use(createHostedPages(foyer))
});

export { expect } from '@playwright/test';
