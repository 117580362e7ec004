// What this machine has to test with. On a developer's machine a missing part skips its tests; in CI it fails them.
import { spawnSync } from 'node:child_process';
import { chromiumPath } from './browser.ts';
import { isPostgresThere } from './postgres.ts';

const probes = {
	Chromium: () => chromiumPath !== undefined,
	PostgreSQL: isPostgresThere,
	// With openssl, which makes its certificate.
	nginx: () => answers('nginx', ['-v']) && answers('openssl', ['version']),
	Authlib: () =>
		answers('python3', ['-c', 'import authlib, requests']) ||
		answers('/usr/bin/python3', ['-c', 'import authlib, requests'])
};

export type Part = keyof typeof probes;

/** What the tests that need it lose, in words for the summary. */
export const uses: Record<Part, string> = {
	Chromium: 'the end-to-end tests',
	PostgreSQL: 'the tests on PostgreSQL (it is expected at FOYER_TEST_POSTGRES)',
	nginx: 'the tests over https and behind a proxy',
	Authlib: 'the tests with a Python client (python3-authlib, python3-requests)'
};

/** For `describe.skipIf(await isMissing('PostgreSQL'))`. In CI nothing counts as missing, so its absence fails. */
export async function isMissing(part: Part): Promise<boolean> {
	return !process.env.CI && !(await probes[part]());
}

export async function findMissing(): Promise<Part[]> {
	const parts = Object.keys(probes) as Part[];
	const present = await Promise.all(parts.map((part) => probes[part]()));
	return parts.filter((_, index) => !present[index]);
}

function answers(command: string, args: string[]): boolean {
	return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
