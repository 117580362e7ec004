// What the linter insists on. Formatting is Prettier's; who may import whom is tests/architecture.test.ts.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const codeOnly = { skipBlankLines: true, skipComments: true };

export default defineConfig(
	globalIgnores([
		'build/',
		'dist/',
		'**/.svelte-kit/',
		'.data/',
		'src/lib/paraglide/',
		'src/lib/server/passwords/blocklist-data.ts',
		'test-results/',
		'playwright-report/'
	]),
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// TypeScript knows better which names exist.
			'no-undef': 'off',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'max-lines': ['error', { max: 250, ...codeOnly }],
			'no-console': 'error',
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message: 'Guessable. Take node:crypto, by way of the Ids port.' }
			],
			'no-restricted-syntax': [
				'error',
				{ selector: 'TSEnumDeclaration', message: 'Write a union of strings: Node runs these files as they are.' },
				// A class that extends something is one that the platform or a library asks for.
				{ selector: 'ClassDeclaration:not([superClass])', message: 'Write functions and types.' }
			],
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: '^\\$env/', message: 'The environment is read in server/env.ts only.' },
						{ regex: '^\\$app/stores$', message: 'Use $app/state.' },
						{
							regex: '^(\\.|\\$lib/)(?!.*(\\.[a-z]+(\\?.*)?|\\$types)$)',
							message: 'Write the file ending: Node does not guess it.'
						}
					]
				}
			],
			'@typescript-eslint/consistent-type-definitions': ['error', 'type'],
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-target-blank': 'error',
			// Links keep app_id and uid through the experience's own helper; there is no base path.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		// A forgotten await loses an error; only the server and the tool are worth the price of finding it with types.
		files: ['src/lib/server/**/*.ts', 'src/cli/**/*.ts', 'src/hooks.server.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error' }
	},
	{ files: ['src/cli/**', 'src/sandbox/**', 'tests/**', 'examples/**'], rules: { 'no-console': 'off' } },
	{ files: ['**/*.test.ts', 'tests/**'], rules: { 'max-lines': ['error', { max: 400, ...codeOnly }] } },
	// Only an interface merges with one that is declared elsewhere.
	{ files: ['**/app.d.ts', 'tests/**'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
	// An example is an application of its own, written as its framework's users write.
	{ files: ['examples/**'], rules: { 'no-restricted-imports': 'off' } }
);
