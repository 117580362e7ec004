// The compiled messages: what they are made by, and whether they are there and newer than what they are made of.
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** `npm run prepare:types` says the same: what it has compiled, a build takes as it is. */
export const messageOptions = {
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['baseLocale' as const]
};
const compiled = 'src/lib/paraglide';
/** With what says how they are compiled, and by which version. */
const madeOf = ['messages', 'project.inlang/settings.json', 'vite.config.ts', 'package-lock.json'];

/** A build wants a module for each message, of which it takes what is used; a server at work has one for each language. */
export function areMessagesCompiled({ asModules, folder = '.' }: { asModules: boolean; folder?: string }): boolean {
	if (asModules && existsSync(path.join(folder, compiled, 'messages/en.js'))) return false;
	const sources = Math.max(...madeOf.map((name) => newest(path.join(folder, name))));
	return newest(path.join(folder, compiled)) > sources;
}

/** What would be compiled to the same is not written anew: without this it would seem older than what it is made of. */
export function stampMessages(): Plugin {
	const startedAt = new Date();
	return {
		name: 'foyer:stamp-messages',
		apply: 'build',
		buildStart: {
			order: 'post',
			sequential: true,
			handler: () => utimesSync(path.join(compiled, 'runtime.js'), startedAt, startedAt)
		}
	};
}

function newest(file: string): number {
	const stat = statSync(file, { throwIfNoEntry: false });
	if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
	return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}
