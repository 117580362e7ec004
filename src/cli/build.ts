// Whether the production build is missing or older than what it is made of, and how to make it.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './project-folder.ts';

export const buildEntry = path.join(projectFolder, 'build', 'handler.js');
const vite = path.join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js');
/** An installed package has the build and nothing to make another from. */
export const isCheckout = existsSync(path.join(projectFolder, 'vite.config.ts'));
const ingredients = [
	'src',
	// The console's guides show them.
	...['express/server.js', 'flask/app.py', 'flask/requirements.txt'].map((file) => `examples/${file}`),
	'static',
	'messages',
	'project.inlang',
	'svelte.config.js',
	'vite.config.ts',
	'package.json'
];
/** Written by the build itself, or no part of it. */
const beside = new Set(['paraglide', 'cli', 'sandbox', 'testing']);

export function isBuildStale(): boolean {
	const built = modifiedAt(buildEntry);
	if (!isCheckout) return false;
	return built === 0 || ingredients.some((name) => newest(path.join(projectFolder, name)) > built);
}

/** Answers whether the build succeeded; what Vite prints is shown only when it did not. */
export async function build(): Promise<boolean> {
	const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: projectFolder,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	child.stdout.on('data', (chunk) => (output += chunk));
	child.stderr.on('data', (chunk) => (output += chunk));
	const code = await new Promise((resolve) => child.once('close', resolve));
	if (code !== 0) console.error(output);
	return code === 0;
}

function newest(file: string): number {
	const stat = statSync(file, { throwIfNoEntry: false });
	if (!stat) return 0;
	if (!stat.isDirectory()) return stat.mtimeMs;
	// A folder's own time tells of removed files.
	return readdirSync(file)
		.filter((name) => !beside.has(name) && !name.endsWith('.test.ts'))
		.reduce((latest, name) => Math.max(latest, newest(path.join(file, name))), stat.mtimeMs);
}

function modifiedAt(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
