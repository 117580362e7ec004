// The `foyer` tool in one bundle with its libraries and the build: a hundred starts need not find 1,700 modules each.
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { buildEntry } from '../../src/cli/build.ts';
import { projectFolder } from './run-foyer.ts';

const folder = path.join(projectFolder, 'node_modules/.cache/foyer-command');
const bundledCommand = path.join(folder, 'foyer.mjs');

/** Compiled ones, which stay where they are, and Vite, which only `foyer dev` needs. */
const external = ['@node-rs/argon2', '@node-rs/bcrypt', 'sharp', 'pg-native', 'vite'];

/** Modules go on seeing the address of their own source: the build's files and the sandbox's page are found from there. */
const addresses: Plugin = {
	name: 'foyer:addresses',
	transform: {
		order: 'post',
		handler(code, id) {
			const [file = ''] = id.split('?');
			const text = (value: string) => () => JSON.stringify(value);
			return code
				.replaceAll('import.meta.url', text(pathToFileURL(file).href))
				.replaceAll('import.meta.dirname', text(path.dirname(file)))
				.replaceAll('import.meta.filename', text(file))
				.replace('pathToFileURL(buildEntry).href', text(buildEntry));
		}
	}
};

/** Answers its file; what is there already is kept while nothing that went into it has changed. */
export async function bundleCommand(): Promise<string> {
	const madeAt = statSync(bundledCommand, { throwIfNoEntry: false })?.mtimeMs ?? 0;
	if (madeAt > newest()) return bundledCommand;
	const unfinished = `${folder}-${process.pid}`;
	const { NODE_ENV } = process.env;
	await build({
		configFile: false,
		root: projectFolder,
		publicDir: false,
		logLevel: 'error',
		plugins: [addresses],
		ssr: { noExternal: true, external },
		build: {
			ssr: true,
			target: 'node24',
			outDir: unfinished,
			emptyOutDir: true,
			rollupOptions: {
				input: { foyer: path.join(projectFolder, 'src/cli/foyer.ts') },
				output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' }
			}
		}
	});
	// Vite leaves `production` behind, where no sandbox starts.
	if (NODE_ENV === undefined) delete process.env.NODE_ENV;
	rmSync(folder, { recursive: true, force: true });
	renameSync(unfinished, folder);
	return bundledCommand;
}

function newest(): number {
	const sources = path.join(projectFolder, 'src');
	const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).map((name) => path.join(sources, name));
	const all = [...files, buildEntry, path.join(projectFolder, 'package-lock.json'), import.meta.filename];
	return Math.max(...all.map((file) => statSync(file).mtimeMs));
}
