// examples/sveltekit as a developer runs it, on a free port and registered with a running Foyer.
import path from 'node:path';
import { findFreePort } from '../free-port.ts';
import { cleanEnv, projectFolder } from '../run-foyer.ts';
import type { Foyer } from '../server.ts';
import { startChild } from './child-process.ts';

export type ExampleApp = { origin: string; id: string; stop(): Promise<void> };

type Register = (origin: string) => Promise<{ id: string; secret?: string }>;

/** `register` makes its application known, by the command line unless said otherwise. */
export async function startExampleApp(foyer: Foyer, register: Register = byCommand(foyer)): Promise<ExampleApp> {
	const port = await findFreePort();
	const origin = `http://localhost:${port}`;
	const { id, secret } = await register(origin);
	const vite = path.join(projectFolder, 'node_modules/vite/bin/vite.js');
	const { stop } = await startChild({
		command: process.execPath,
		args: [vite, 'dev', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
		cwd: path.join(projectFolder, 'examples/sveltekit'),
		env: cleanEnv({
			FOYER_ENDPOINT: foyer.origin,
			FOYER_APP_ID: id,
			FOYER_APP_SECRET: secret,
			SESSION_SECRET: 'any long random text, which nobody else knows'
		}),
		isReady: async () => (await fetch(`http://127.0.0.1:${port}/`)).ok
	});
	return { origin, id, stop };
}

function byCommand(foyer: Foyer): Register {
	return (origin) =>
		foyer.createApplication({
			name: 'Bookstore',
			redirectUris: [`${origin}/callback`],
			postLogoutRedirectUris: [`${origin}/`]
		});
}
