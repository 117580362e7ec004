// A server that can be asked how much it worked: SQL statements and password hashes, counted, never timed.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findFreePort } from './free-port.ts';
import { startFoyer, type Foyer, type StartOptions } from './server.ts';
import type { Work } from './work-probe.ts';

export type WatchedFoyer = Foyer & {
	/** What was done since this was called last. */
	takeWork(): Promise<Work>;
};

const probe = pathToFileURL(path.join(import.meta.dirname, 'work-probe.ts')).href;

export async function startWatched(options: StartOptions = {}): Promise<WatchedFoyer> {
	const port = await findFreePort();
	const env = { ...options.env, NODE_OPTIONS: `--import=${probe}`, WORK_PROBE_PORT: String(port) };
	const foyer = await startFoyer({ ...options, env });
	return {
		...foyer,
		takeWork: async () => (await (await fetch(`http://127.0.0.1:${port}`)).json()) as Work
	};
}
