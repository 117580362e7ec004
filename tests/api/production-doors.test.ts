// What is there for testers opens nowhere else: each of its doors is tried in production.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { projectFolder, runFoyer } from '../support/run-foyer.ts';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'foyer-doors-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

const production = () => ({
	FOYER_ORIGIN: 'https://login.example.com',
	FOYER_SECRET: randomBytes(32).toString('hex'),
	FOYER_DATA_DIR: folder
});

describe('in production', () => {
	it.each([
		[
			'the test clock',
			['start', '--no-build'],
			{ FOYER_CLOCK_FILE: '/tmp/clock' },
			'FOYER_CLOCK_FILE is for tests only'
		],
		['a clock file for a single command', ['app', 'list'], { FOYER_CLOCK_FILE: '/tmp/clock' }, 'FOYER_CLOCK_FILE'],
		['the demo and its sandbox connectors', ['seed'], {}, 'there is no demo to seed'],
		['the server from source', ['dev'], {}, 'dev is for the demo only']
	])('%s is refused', async (_, args, env, words) => {
		expect(await runFoyer(args, { ...production(), ...env })).toMatchObject({
			code: 1,
			stderr: expect.stringContaining(words)
		});
	});

	it('the sandbox does not open, alone or inside a program', async () => {
		const program = path.join(projectFolder, 'src/sandbox/main.ts');
		const env = { ...process.env, NODE_ENV: 'production', SANDBOX_PORT: '0' };
		const ran = spawnSync(process.execPath, [program], { env, encoding: 'utf8', timeout: 30_000 });
		expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('NODE_ENV is production')]);
		vi.stubEnv('NODE_ENV', 'production');
		await expect(startSandbox({ port: 0 })).rejects.toThrow('NODE_ENV is production');
	});
});
