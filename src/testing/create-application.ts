// Registers the application that is tested, as `foyer app create` does.
import type { Ran } from './run-foyer.ts';

export type NewApplication = {
	type?: 'Traditional' | 'SPA' | 'Native' | 'MachineToMachine';
	name?: string;
	redirectUris: string[];
	postLogoutRedirectUris?: string[];
	/** More of `foyer app create`: `['--third-party', '--scope', 'email']`. */
	more?: string[];
};
export type TestApplication = { id: string; secret?: string; redirectUris: string[] };

export async function createApplication(
	run: (args: string[]) => Promise<Ran>,
	wanted: NewApplication
): Promise<TestApplication> {
	const { type = 'Traditional', name = 'Test', redirectUris, postLogoutRedirectUris = [], more = [] } = wanted;
	const uris = [
		...redirectUris.flatMap((uri) => ['--redirect', uri]),
		...postLogoutRedirectUris.flatMap((uri) => ['--post-logout', uri])
	];
	const made = await run(['app', 'create', '--json', '--type', type, '--name', name, ...uris, ...more]);
	if (made.code !== 0) throw new Error(made.stderr);
	return JSON.parse(made.stdout) as TestApplication;
}
