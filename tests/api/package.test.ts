// The npm package: what a tester installs beside an application has to work without our sources and our tools.
import { spawn, spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFreePort } from '../support/free-port.ts';
import { cleanEnv, projectFolder } from '../support/run-foyer.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'foyer-package-'));
const installed = path.join(folder, 'node_modules/foyer');
const { dependencies } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
	dependencies: Record<string, string>;
};

function run(command: string, args: string[], cwd = folder) {
	const ran = spawnSync(command, args, { cwd, env: cleanEnv({}), encoding: 'utf8', timeout: 100_000 });
	return { ...ran, output: `${ran.stdout}${ran.stderr}` };
}

const node = (...args: string[]) => run(process.execPath, args);

/** As npm installs it, but from this machine: the tarball unpacked, and what it depends on beside it. */
beforeAll(() => {
	const built = run(process.execPath, ['scripts/build-package.ts'], projectFolder);
	if (built.status !== 0) throw new Error(built.output);
	const packed = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], projectFolder);
	if (packed.status !== 0) throw new Error(packed.output);
	const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
	mkdirSync(installed, { recursive: true });
	const unpacked = run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
	if (unpacked.status !== 0) throw new Error(unpacked.output);
	// Nothing but the dependencies of production, and Playwright for those who want it.
	for (const name of [...Object.keys(dependencies), '@playwright/test']) {
		const place = path.join(folder, 'node_modules', name);
		mkdirSync(path.dirname(place), { recursive: true });
		symlinkSync(path.join(projectFolder, 'node_modules', name), place);
	}
	writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the installed package', () => {
	it('has the tool, the build and their types, and no sources, tests or secrets', () => {
		const files = readdirSync(installed, { recursive: true }).map(String);
		expect(readdirSync(installed).sort()).toEqual(
			['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'build', 'dist', 'package.json'].sort()
		);
		expect(files).toContain('dist/testing/testing.d.ts');
		expect(files.filter((file) => /\.test\.|(?<!\.d)\.ts$|\.env|\.tsbuildinfo/.test(file))).toEqual([]);
	});

	it('runs the tool', () => {
		const command = path.join(installed, 'dist/cli/foyer.js');
		expect(readFileSync(command, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
		expect(node(command, 'help')).toMatchObject({ status: 0, output: expect.stringContaining('foyer <command>') });
		expect(node(command, 'dev')).toMatchObject({ status: 1, output: expect.stringContaining('in a checkout') });
	});

	it('starts the demo with the build that it brought', async () => {
		const ports = { PORT: String(await findFreePort()), SANDBOX_PORT: String(await findFreePort()) };
		const child = spawn(process.execPath, [path.join(installed, 'dist/cli/foyer.js'), 'start'], {
			cwd: folder,
			env: cleanEnv({ ...ports, LOG_LEVEL: 'warn' })
		});
		const ended = new Promise((resolve) => child.once('close', resolve));
		let printed = '';
		await Promise.race([
			ended,
			new Promise<void>((resolve) =>
				child.stdout.on('data', (chunk) => (printed += chunk).includes('Foyer is open') && resolve())
			)
		]);
		expect(printed).toContain('Foyer is open');
		const inbox = await fetch(`http://127.0.0.1:${ports.SANDBOX_PORT}/_sandbox/inbox.js`);
		const page = await fetch(`http://127.0.0.1:${ports.PORT}/demo-app`);
		expect([inbox.status, page.status]).toEqual([200, 200]);
		child.kill('SIGTERM');
		expect(await ended).toBe(0);
		// Where the command was called, not inside node_modules.
		expect(existsSync(path.join(folder, '.data/foyer.db'))).toBe(true);
	});

	it('signs somebody up and in through foyer/testing', () => {
		writeFileSync(
			path.join(folder, 'sign-up.js'),
			`import { signIn, signUp, startFoyer } from 'foyer/testing';
			const foyer = await startFoyer();
			const people = await foyer.namespace();
			const phone = people.phone();
			const { tokens } = await signUp(foyer, { phone });
			await foyer.clock.advance(61_000);
			const again = await signIn(foyer, { phone });
			console.log(JSON.stringify([typeof tokens.id_token, again.isNewUser, (await people.inbox.messages()).length]));
			await foyer.stop();`
		);
		expect(node('sign-up.js')).toMatchObject({ status: 0, output: '["string",false,2]\n' });
	});

	it('gives the sandbox alone, and Playwright its fixtures', () => {
		const program = `
			const { startSandbox } = await import('foyer/sandbox');
			const sandbox = await startSandbox({ port: 0 });
			await sandbox.close();
			const { test } = await import('foyer/testing/playwright');
			console.log(typeof test.extend);`;
		expect(node('--input-type=module', '--eval', program)).toMatchObject({ status: 0, output: 'function\n' });
	});

	it('tells TypeScript what it exports', () => {
		writeFileSync(
			path.join(folder, 'typed.ts'),
			`import { startFoyer, type Foyer } from 'foyer/testing';
			import { test } from 'foyer/testing/playwright';
			const foyer: Promise<Foyer> = startFoyer({ settings: {} });
			// @ts-expect-error there is no such option
			void startFoyer({ colour: 'red' });
			test('it', async ({ people }) => void people.phone().length);
			void foyer;`
		);
		const tsc = path.join(projectFolder, 'node_modules/typescript/bin/tsc');
		const types = path.join(projectFolder, 'node_modules/@types');
		const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck'];
		expect(node(tsc, ...options, '--types', 'node', '--typeRoots', types, 'typed.ts')).toMatchObject({ output: '' });
	});
});
