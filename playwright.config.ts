// End-to-end tests: every journey twice, with the page's script and without any. What script changes nothing about is
// walked once, in one way or the other, and twice by `npm run test:full`.
import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './tests/support/browser.ts';

const isFull = process.env['FOYER_TEST_FULL'] === '1';
const specs = (...names: string[]) => names.map((name) => `**/${name}.spec.ts`);
const onceWith = specs(
	'accessible-routes',
	'code-as-people-paste-it',
	'consent',
	'content-policy',
	'device-settings',
	'fixtures',
	'judge-https',
	'keyboard',
	'layout',
	'look',
	'parallel-tabs',
	'rough-roads'
);
const onceWithout = specs(
	'back-and-reload',
	'choose-account',
	'continue',
	'dead-ends',
	'delivery-faults',
	'extra-profile',
	'one-time-links',
	'phone-passwords',
	'second-step-detours',
	'terms',
	'testing-kit'
);

export default defineConfig({
	testDir: './tests/e2e',
	globalSetup: './tests/support/build-once.ts',
	outputDir: './test-results/e2e',
	// The same on every system: what is compared has no fonts in it.
	snapshotPathTemplate: '{testDir}/{testFileName}-references/{arg}{ext}',
	workers: process.env.FOYER_TEST_WORKERS ? Number(process.env.FOYER_TEST_WORKERS) : 2,
	// A file stays with one worker, and so has one server. Long ones on the default settings ask for both workers.
	fullyParallel: false,
	forbidOnly: Boolean(process.env.CI),
	// On a machine that others use, too, a test may fail once; `npm test` names it.
	retries: process.env.CI ? 1 : 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
	use: {
		...devices['Desktop Chrome'],
		launchOptions,
		locale: 'en-US',
		// To draw each fade costs a third of the time; `sign-up-and-sign-in.spec.ts` is walked with them.
		contextOptions: { reducedMotion: 'reduce' },
		// Recording every test costs a third of the time: set FOYER_TRACE to look into one.
		trace: process.env.FOYER_TRACE ? 'retain-on-failure' : 'off',
		screenshot: 'only-on-failure'
	},
	projects: [
		{
			name: 'with script',
			testIgnore: isFull ? [] : onceWithout,
			grepInvert: /@no-script/,
			use: { javaScriptEnabled: true }
		},
		// What only script can do is tagged: `test('…', { tag: '@script' }, …)`; `@once` what script changes nothing about.
		{
			name: 'without script',
			testIgnore: isFull ? [] : onceWith,
			grepInvert: isFull ? /@script/ : /@script|@once/,
			use: { javaScriptEnabled: false }
		}
	]
});
