import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { areMessagesCompiled, messageOptions, stampMessages } from './scripts/compiled-messages.ts';
import { LongestFirst } from './scripts/longest-first.ts';

/**
 * When no page hydrates, Kit skips its client build and copies only `assets` to where the browser can fetch them:
 * the page's own script is written there, not to Kit's `workers` folder beside it.
 */
const scriptBesideAssets: Plugin = {
	name: 'foyer:script-beside-assets',
	enforce: 'post',
	config: () => ({
		worker: { rollupOptions: { output: { entryFileNames: '_app/immutable/assets/[name].[hash].js' } } }
	})
};

/** Compiling them takes longer than most tests do, and a third of a build. */
function messages(command: 'build' | 'serve') {
	const isDeveloping = command === 'serve' && !process.env.VITEST;
	if (!isDeveloping && areMessagesCompiled({ asModules: command === 'build' })) return undefined;
	return [
		paraglideVitePlugin({
			...messageOptions,
			outputStructure: isDeveloping ? 'locale-modules' : 'message-modules',
			// For editors. `npm run check` makes them itself, and to run them nobody needs any.
			emitTsDeclarations: isDeveloping
		}),
		stampMessages()
	];
}

export default defineConfig(({ command }) => ({
	plugins: [tailwindcss(), messages(command), sveltekit(), scriptBesideAssets],
	// The page's own script is one hashed module file (`entry.ts?worker&url`).
	worker: { format: 'es' },
	test: {
		sequence: { sequencer: LongestFirst },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts', 'tests/architecture.test.ts'],
					environment: 'node',
					// A busy machine is no failure: what hangs is still told.
					testTimeout: 20_000,
					// To import everything anew for each file takes three quarters of the time.
					isolate: false
				}
			},
			{
				// Real servers behind real sockets: no plugin takes part, and hooks may take a start-up's time.
				test: {
					name: 'api',
					include: ['tests/{api,contract,security}/**/*.test.ts'],
					environment: 'node',
					globalSetup: './tests/support/build-once.ts',
					testTimeout: 60_000,
					hookTimeout: 120_000,
					maxWorkers: 3,
					// A server is a process of its own; the files that ask them may share theirs.
					isolate: false
				}
			}
		]
	}
}));
