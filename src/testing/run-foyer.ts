// Runs one command of the `foyer` tool to its end.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { foyerCommand, packageFolder } from './package-folder.ts';

export type Ran = { code: number; stdout: string; stderr: string };

/** `input` is what the command reads from its standard input. */
export function runFoyer(args: string[], env: NodeJS.ProcessEnv = {}, input = ''): Promise<Ran> {
	const child = spawn(process.execPath, [foyerCommand, ...args], {
		cwd: packageFolder,
		env: cleanEnv(env),
		stdio: ['pipe', 'pipe', 'pipe']
	});
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (chunk) => (stdout += chunk));
	child.stderr.on('data', (chunk) => (stderr += chunk));
	child.stdin.end(input);
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
	});
}

/** A hundred processes read the same sources: the first one compiles them. */
const compileCache = path.join(packageFolder, 'node_modules/.cache/foyer-tests');

/** The tests' own surroundings without anything that would configure Foyer by accident. */
export function cleanEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const ours = /^(FOYER_|PORT$|HOST$|ORIGIN$|SANDBOX_\w*PORT$|DATABASE_URL$|LOG_LEVEL$|NODE_ENV$|NODE_OPTIONS$|VITEST)/;
	const rest = Object.entries(process.env).filter(([name]) => !ours.test(name));
	return { ...Object.fromEntries(rest), NO_COLOR: '1', NODE_COMPILE_CACHE: compileCache, ...env };
}
