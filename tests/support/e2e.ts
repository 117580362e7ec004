// Playwright's `test` of `foyer/testing/playwright`, whose pages are opened by their path.
import { test as base } from '../../src/testing/playwright.ts';
import { withShortWords, type Foyer } from './server.ts';

export const test = base.extend<object, { foyer: Foyer }>({
	foyer: [async ({ foyer }, use) => use(withShortWords(foyer)), { scope: 'worker' }],
	baseURL: async ({ foyer }, use) => use(foyer.origin)
});

export { expect } from '@playwright/test';
