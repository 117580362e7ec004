// Who may import whom. The table is the rule; everything below it only reads imports and compares.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

type Layer = {
	/** Folders (ending in /) and files of the layer, below src/. The longest match owns a file. */
	owns: string[];
	/** Folders and files that it may import, besides its own. */
	imports?: string[];
	/** Files of which it may import types only. */
	types?: string[];
	/** npm packages and Node modules; a trailing * is a wildcard. */
	packages?: string[];
};

const contract = 'lib/contract/';
const experience = 'lib/experience/';
const server = 'lib/server/';
const svelte = ['svelte', 'svelte/*', '@sveltejs/kit', '$app/*'];
const ports = `${server}usecases/ports.ts`;
const queue = `${server}queue.ts`;
const adapter = { imports: [`${server}core/`, queue, contract], types: [ports], packages: ['*'] };

const layers: Record<string, Layer> = {
	contract: { owns: [contract], packages: ['zod', 'libphonenumber-js', 'libphonenumber-js/*', 'css-tree'] },

	'experience/ui': { owns: [`${experience}ui/`], imports: [`${experience}i18n/`], packages: svelte },
	'experience/theme': { owns: [`${experience}theme/`], imports: [contract] },
	'experience/i18n': {
		owns: [`${experience}i18n/`],
		imports: [contract, 'lib/paraglide/'],
		packages: ['svelte', 'libphonenumber-js/*']
	},
	// One file of its own in the browser: it takes from the contract what has no dependency.
	'experience/enhance': { owns: [`${experience}enhance/`], imports: [`${contract}measure-password.ts`] },
	'experience/screens': {
		owns: [`${experience}screens/`],
		imports: [
			...['ui/', 'i18n/', 'theme/'].map((folder) => experience + folder),
			contract,
			// Its address only: the page's script is a file of its own.
			`${experience}enhance/entry.ts?worker&url`
		],
		packages: svelte
	},
	'experience/journeys': {
		owns: [
			`${experience}journeys/`,
			...['client.ts', 'factor-client.ts', 'parsed.ts', 'form.ts'].map((file) => experience + file)
		],
		imports: [contract],
		packages: ['@sveltejs/kit', 'zod']
	},

	'server/core': { owns: [`${server}core/`], imports: [contract] },
	'server/queue': { owns: [queue], imports: [contract] },
	'server/usecases': { owns: [`${server}usecases/`], imports: [`${server}core/`, contract] },
	'server/store': { owns: [`${server}store/`], ...adapter },
	'server/connectors': { owns: [`${server}connectors/`], ...adapter },
	'server/passwords': { owns: [`${server}passwords/`], ...adapter },
	'server/factors': { owns: [`${server}factors/`], ...adapter },
	'server/oidc': { owns: [`${server}oidc/`], ...adapter },
	'server/guard': { owns: [`${server}guard/`], ...adapter },
	'server/audit': { owns: [`${server}audit/`], ...adapter },
	'server/images': { owns: [`${server}images/`], ...adapter },
	'server/webhooks': { owns: [`${server}webhooks/`], ...adapter },
	'server/telemetry': { owns: [`${server}telemetry/`], ...adapter },
	'server/http': {
		owns: [`${server}http/`],
		imports: [contract, `${experience}i18n/problem-message.ts`],
		types: [ports],
		packages: ['zod', '@sveltejs/kit']
	},
	// The composition root: the only place where adapters meet.
	'server/services': { owns: [server], imports: [server, contract], packages: ['*'] },

	'routes/(experience)': {
		owns: [
			'routes/(experience)/',
			...[
				'+error.svelte',
				'failure-screens.ts',
				'+layout.svelte',
				'+layout.ts',
				'+layout.server.ts',
				'+page.server.ts'
			].map((file) => `routes/${file}`),
			'params/',
			'app.css'
		],
		imports: [experience, contract],
		packages: svelte
	},
	'lib/studio': {
		owns: ['lib/studio/'],
		imports: [...['screens/', 'ui/', 'theme/', 'i18n/'].map((folder) => experience + folder), contract],
		packages: ['zod', ...svelte]
	},
	'routes/studio': {
		owns: ['routes/studio/'],
		// A draft comes through the API, for administrators, as it does in the console.
		imports: ['lib/studio/', 'lib/console/api.ts', 'lib/console/words.ts', experience, contract, 'app.css'],
		types: ['lib/console/session.ts'],
		packages: svelte
	},
	// What the wings that sign in as applications do alike.
	'lib/oidc-client': { owns: ['lib/oidc-client/'], packages: ['openid-client', '@sveltejs/kit'] },
	'lib/account': {
		owns: ['lib/account/'],
		imports: [...['journeys/', 'form.ts', 'parsed.ts'].map((part) => experience + part), 'lib/oidc-client/', contract],
		packages: ['openid-client', 'zod', '@sveltejs/kit']
	},
	'routes/account': {
		owns: ['routes/account/'],
		imports: ['lib/account/', 'lib/oidc-client/', experience, contract, 'app.css'],
		packages: ['openid-client', 'zod', ...svelte]
	},
	'lib/console': {
		owns: ['lib/console/'],
		imports: [
			// Tailwind's entry for it names the tokens of the pages.
			...['theme/', 'i18n/'].map((folder) => experience + folder),
			// The guides show the files of the examples, as text.
			'../examples/',
			'lib/oidc-client/',
			// What the frame of a preview tells, and what it can draw.
			...['fit.ts', 'weight.ts', 'main-screens.ts'].map((file) => `lib/studio/${file}`),
			contract
		],
		types: ['lib/studio/screen-list.ts'],
		packages: ['bits-ui', 'openid-client', ...svelte]
	},
	'routes/console': {
		owns: ['routes/console/'],
		imports: [
			'lib/console/',
			'lib/oidc-client/',
			...['screen-list.ts', 'main-screens.ts'].map((file) => `lib/studio/${file}`),
			experience,
			contract
		],
		packages: ['openid-client', 'zod', 'node:zlib', ...svelte]
	},
	'routes/demo-app': {
		owns: ['routes/demo-app/'],
		// Its look only; whatever it knows, it knows as an application would.
		imports: [...['Demo.svelte', 'Shell.svelte'].map((file) => `${experience}screens/${file}`), 'app.css'],
		packages: ['openid-client', ...svelte]
	},
	'routes/api': {
		owns: ['routes/api/', 'routes/branding/', 'routes/assets/', 'routes/pictures/'],
		imports: [`${server}http/`, `${server}usecases/`, `${server}services.ts`, contract],
		packages: ['zod', ...svelte]
	},
	'routes/oidc': {
		owns: ['routes/oidc/', 'routes/.well-known/'],
		imports: [
			`${server}http/`,
			`${server}usecases/`,
			`${server}services.ts`,
			`${server}oidc/`,
			`${server}guard/`,
			contract
		],
		packages: svelte
	},
	hooks: {
		owns: ['hooks.server.ts', 'hooks.ts', 'hooks/'],
		imports: [
			...['http/', 'usecases/', 'guard/', 'oidc/', 'services.ts'].map((part) => server + part),
			...['i18n/locale.ts', 'theme/brand.ts', 'theme/head.ts'].map((file) => experience + file),
			contract
		],
		packages: ['@sveltejs/kit', '@sveltejs/kit/*', 'node:*']
	},
	'app.d.ts': {
		owns: ['app.d.ts'],
		types: [
			ports,
			`${contract}account/access.ts`,
			`${contract}console.ts`,
			`${contract}draft.ts`,
			`${contract}settings.ts`,
			`${contract}remembered.ts`,
			`${contract}result.ts`
		]
	},

	cli: {
		owns: ['cli/'],
		imports: [
			...['usecases/', 'http/', 'connectors/', 'services.ts', 'env.ts'].map((part) => server + part),
			...['store/migrate.ts', 'oidc/keys.ts', 'guard/studio-link.ts'].map((file) => server + file),
			contract,
			'sandbox/'
		],
		packages: ['node:*', 'vite']
	},
	sandbox: { owns: ['sandbox/'], packages: ['node:*', 'smtp-server'] },
	// What testers install: it runs the tool and speaks HTTP; only settings are written beside it, to save a process.
	testing: {
		owns: ['testing/'],
		imports: [
			...['usecases/write-settings.ts', 'store/migrate.ts', 'store/open.ts', 'telemetry/log.ts'].map(
				(file) => server + file
			),
			'sandbox/'
		],
		packages: ['node:*', '@playwright/test']
	},
	paraglide: { owns: ['lib/paraglide/'], packages: ['*'] }
};

// --- reading -------------------------------------------------------------------------------------------------------

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'src');

type Import = { from: string; to: string; typeOnly: boolean };

const files = readdirSync(source, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && /\.(ts|js|svelte)$/.test(entry.name))
	.map((entry) => path.relative(source, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
	.filter((file) => !file.startsWith('lib/paraglide/') && !file.endsWith('.test.ts'));

const imports = files.flatMap(readImports);

function readImports(file: string): Import[] {
	const text = readFileSync(path.join(source, file), 'utf8');
	const scripts = file.endsWith('.svelte')
		? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('\n')
		: text;
	const found: Import[] = [];
	const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
		if (specifier && ts.isStringLiteralLike(specifier))
			found.push({ from: file, to: resolve(file, specifier.text), typeOnly });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
		if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
		if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
			add(node.arguments[0], false);
		if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, scripts, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS));
	return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
	if (!clause) return false;
	if (clause.isTypeOnly) return true;
	const names = clause.namedBindings;
	return !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((name) => name.isTypeOnly);
}

/** Our own files as a path below src/ (or `../…` outside it); everything else as it is written. */
function resolve(from: string, specifier: string): string {
	if (specifier.startsWith('$lib/')) return specifier.slice(1);
	if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
	return specifier;
}

function isOurs(to: string): boolean {
	return (
		to.startsWith('../') ||
		files.includes(to.split('?')[0] ?? '') ||
		/^(lib|routes|cli|sandbox)\//.test(to) ||
		to === 'app.css'
	);
}

function matches(to: string, pattern: string): boolean {
	return pattern.endsWith('/') ? to.startsWith(pattern) : to === pattern;
}

function ownerOf(file: string): [name: string, layer: Layer] | undefined {
	const path = file.split('?')[0] ?? file;
	const candidates = Object.entries(layers).flatMap(([name, layer]) =>
		layer.owns.filter((own) => matches(path, own)).map((own) => ({ name, layer, length: own.length }))
	);
	const best = candidates.sort((a, b) => b.length - a.length)[0];
	return best && [best.name, best.layer];
}

function isAllowed({ from, to, typeOnly }: Import): boolean {
	const [name, layer] = ownerOf(from) ?? [];
	if (!layer) return false;
	if (!isOurs(to)) {
		return (layer.packages ?? []).some((pattern) =>
			pattern.endsWith('*') ? to.startsWith(pattern.slice(0, -1)) : to === pattern
		);
	}
	if (to.includes('/$types') || ownerOf(to)?.[0] === name) return true;
	if ((layer.imports ?? []).some((pattern) => matches(to, pattern))) return true;
	return typeOnly && (layer.types ?? []).some((pattern) => matches(to, pattern));
}

const told = ({ from, to }: Import) => `${from} imports ${to}`;

// --- promises ------------------------------------------------------------------------------------------------------

describe('the import table', () => {
	it('has a layer for every file', () => {
		expect(files.filter((file) => !ownerOf(file))).toEqual([]);
	});

	it.each(Object.keys(layers))('%s imports only what the table allows', (name) => {
		const own = imports.filter((found) => ownerOf(found.from)?.[0] === name);
		expect(own.filter((found) => !isAllowed(found)).map(told)).toEqual([]);
	});
});

describe('whatever the table says', () => {
	it('nothing under src leans on the tests', () => {
		expect(imports.filter(({ to }) => to.startsWith('../tests')).map(told)).toEqual([]);
	});

	it('nothing reads the environment through SvelteKit', () => {
		expect(imports.filter(({ to }) => to.startsWith('$env')).map(told)).toEqual([]);
	});

	it('the core needs nothing of the machine', () => {
		const own = imports.filter(({ from }) => from.startsWith('lib/server/core/'));
		expect(own.filter(({ to }) => to.startsWith('node:')).map(told)).toEqual([]);
	});

	it('no page and no component reaches into the engine', () => {
		const wings = [
			'routes/(experience)/',
			...['studio/', 'console/', 'account/'].flatMap((wing) => [`routes/${wing}`, `lib/${wing}`]),
			experience
		];
		const pages = imports.filter(({ from }) => wings.some((wing) => from.startsWith(wing)));
		expect(pages.filter(({ to }) => to.startsWith(server)).map(told)).toEqual([]);
	});

	it('the sandbox knows nothing of the application', () => {
		const own = imports.filter(({ from, to }) => from.startsWith('sandbox/') && isOurs(to));
		expect(own.filter(({ to }) => !to.startsWith('sandbox/')).map(told)).toEqual([]);
	});
});
