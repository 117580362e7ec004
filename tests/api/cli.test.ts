// The `foyer` tool as an operator meets it: exit codes, words, and a start and stop that lose nothing.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { signInWithCode } from '../support/api-client.ts';
import { findFreePort } from '../support/free-port.ts';
import { somePhone } from '../support/people.ts';
import { cleanEnv, projectFolder, runFoyer } from '../support/run-foyer.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const folders: string[] = [];
afterEach(async () => {
	for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function someFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'foyer-cli-'));
	folders.push(folder);
	return folder;
}

const production = () => ({
	FOYER_ORIGIN: 'https://login.example.com',
	FOYER_SECRET: randomBytes(32).toString('hex'),
	HOST: '127.0.0.1'
});

describe('mistakes on the command line', () => {
	it.each([
		[[], 2, 'Usage: foyer'],
		[['nonsense'], 2, 'there is no command "nonsense"'],
		[['app'], 2, 'say what to do'],
		[['app', 'nonsense'], 2, 'there is no "nonsense" here'],
		[['app', 'list', '--nonsense'], 2, "Unknown option '--nonsense'"],
		[['app', 'create', '--type', 'Website', '--name', 'Shop'], 2, '--type is one of'],
		[['user', 'remove', 'somebody'], 2, 'cannot be undone'],
		[['connector', 'set', 'aliyun-sms'], 2, '--file is missing'],
		[['connector', 'order'], 2, 'say the ids'],
		[['connector', 'set', 'nobody', '--file', 'none.json'], 2, 'which connector? aliyun-sms'],
		[['admin', 'create', 'ada'], 1, '"ada" is not an email address']
	])('foyer %j ends with %i and says why', async (args, code, words) => {
		const ran = await runFoyer(args, { FOYER_DATA_DIR: await someFolder() });
		expect(ran.code).toBe(code);
		expect(ran.stdout + ran.stderr).toContain(words);
	});

	it('the overview names every command', async () => {
		const { code, stdout } = await runFoyer(['help']);
		expect(code).toBe(0);
		const names = [...stdout.matchAll(/^ {2}(\w+) /gm)].map((match) => match[1]);
		const files = readdirSync(path.join(projectFolder, 'src/cli/commands')).map((file) => file.replace('.ts', ''));
		expect(names.sort()).toEqual(files.sort());
	});

	// Everything else here is the bundle of it that `build-once.ts` makes.
	it.each([[['start', '--help']], [['app', 'list']]])('foyer %j runs from its sources', async (args) => {
		const env = cleanEnv({ FOYER_DATA_DIR: await someFolder() });
		const program = path.join(projectFolder, 'src/cli/foyer.ts');
		const ran = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8', timeout: 30_000 });
		expect(ran).toMatchObject({ status: 0, stderr: '' });
	});

	it('a command explains itself', async () => {
		const ran = await runFoyer(['app', '--help']);
		expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining('foyer app create') });
	});

	it.each<[NodeJS.ProcessEnv, string]>([
		[{ PORT: 'many' }, 'PORT must be a whole number from 0 to 65535'],
		[{ FOYER_ORIGIN: 'login.example.com' }, 'FOYER_ORIGIN must be an address like https://'],
		[
			{ FOYER_SECRET: 'short' },
			'FOYER_SECRET must have 32 characters or more, for example from `openssl rand -hex 32`'
		],
		[{ FOYER_DATA_DIR: '/dev/null/data' }, 'The data folder /dev/null/data cannot be used'],
		[{ DATABASE_URL: 'file:/dev' }, 'the database file /dev cannot be used'],
		[{ DATABASE_URL: 'postgres://me:pa55@127.0.0.1:1/foyer' }, 'PostgreSQL at 127.0.0.1:1 does not answer']
	])('the environment %j is refused in a sentence, without a stack or a password', async (env, words) => {
		const ran = await runFoyer(['app', 'list'], { FOYER_DATA_DIR: await someFolder(), ...env });
		expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(words) });
		expect(ran.stderr).not.toMatch(/ {4}at |pa55/);
	});

	it('a file that is not there is named', async () => {
		const folder = await someFolder();
		for (const [file, words] of [
			[path.join(folder, 'none.json'), 'does not exist'],
			[folder, 'is a folder']
		] as const) {
			const ran = await runFoyer(['connector', 'set', 'aliyun-sms', '--file', file], { FOYER_DATA_DIR: folder });
			expect(ran).toMatchObject({
				code: 1,
				stderr: `foyer: ${file} ${words}${file === folder ? ', not a file' : ''}\n`
			});
		}
	});
});

describe('looking at an installation that was never started', () => {
	it('says what to do, and leaves nothing behind', async () => {
		const folder = await someFolder();
		const port = await findFreePort();
		const ran = await runFoyer(['doctor'], { PORT: String(port), FOYER_DATA_DIR: path.join(folder, 'data') });
		expect(ran.code).toBe(1);
		expect(ran.stdout).toContain('npm start makes it');
		expect(ran.stdout).toMatch(new RegExp(`nothing answers at http://localhost:${port} .* PORT or FOYER_ORIGIN`));
		expect(readdirSync(folder)).toEqual([]);
	});

	it('makes no new secret for a database that was written with another', async () => {
		const FOYER_DATA_DIR = await someFolder();
		expect((await runFoyer(['migrate'], { FOYER_DATA_DIR })).code).toBe(0);
		await rm(path.join(FOYER_DATA_DIR, 'secret'));
		const ran = await runFoyer(['doctor'], { FOYER_DATA_DIR });
		expect(ran.stdout).toContain('its secret is missing');
		expect(readdirSync(FOYER_DATA_DIR)).toEqual(['foyer.db']);
	});
});

describe('starting', () => {
	it('names PORT when somebody else is there', async () => {
		const port = await findFreePort();
		const other = createServer().listen(port, '127.0.0.1');
		const ran = await runFoyer(['start', '--no-build'], {
			PORT: String(port),
			SANDBOX_PORT: '0',
			FOYER_DATA_DIR: await someFolder()
		});
		other.close();
		expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining(`port ${port} is in use`) });
		expect(ran.stderr).toContain('PORT=');
	});

	it('leaves a demo alone that already runs on the data folder, and says which process it is', async () => {
		const foyer = await startFoyer();
		const elsewhere = { PORT: String(await findFreePort()), FOYER_DATA_DIR: foyer.dataFolder };
		for (const args of [['start', '--no-build'], ['seed']]) {
			const ran = await runFoyer(args, elsewhere);
			expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining(`process ${foyer.pid}, ${foyer.origin}`) });
			expect(ran.stderr).toContain('FOYER_DATA_DIR=');
		}
		expect((await foyer.run(['connector', 'list'])).stdout).toContain(foyer.sandbox.url);
		expect((await foyer.run(['app', 'show', 'demo-app'])).stdout).toContain(`${foyer.origin}/demo-app/callback`);
		await foyer.stop();
	});

	it('takes over the data folder of a demo that was killed', async () => {
		const killed = await startFoyer();
		await killed.kill();
		const next = await startFoyer({ dataFolder: killed.dataFolder });
		expect((await next.run(['app', 'show', 'demo-app'])).stdout).toContain(`${next.origin}/demo-app/callback`);
		await next.stop();
		await killed.stop();
	});

	it('refuses a production without a secret, over http, or with a test clock', async () => {
		const attempts: [NodeJS.ProcessEnv, string][] = [
			[{ FOYER_SECRET: '' }, 'FOYER_SECRET'],
			[{ FOYER_SECRET: 'a'.repeat(40) }, 'FOYER_SECRET'],
			[{ FOYER_ORIGIN: 'http://login.example.com' }, 'https'],
			[{ FOYER_CLOCK_FILE: '/tmp/clock' }, 'FOYER_CLOCK_FILE'],
			[{ FOYER_ORIGIN: '', NODE_ENV: 'production' }, 'FOYER_ORIGIN']
		];
		for (const [env, words] of attempts) {
			const ran = await runFoyer(['start', '--no-build'], { ...production(), ...env });
			expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining(words) });
		}
	});

	it('refuses to turn a demo into a production', async () => {
		const FOYER_DATA_DIR = await someFolder();
		const { FOYER_SECRET, ...rest } = production();
		expect((await runFoyer(['seed'], { FOYER_DATA_DIR, FOYER_SECRET })).code).toBe(0);
		const ran = await runFoyer(['start', '--no-build'], { ...rest, FOYER_SECRET, FOYER_DATA_DIR });
		expect(ran.code).toBe(1);
		expect(ran.stderr).toContain('demo application');
		expect(ran.stderr).toContain('stand-in');
		const other = await runFoyer(['start', '--no-build'], { ...production(), FOYER_DATA_DIR });
		expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining('a database of its own') });
	});

	it('serves a production that has nothing of the demo', async () => {
		const foyer = await startFoyer({ clock: false, env: production() });
		const port = new URL(`http://127.0.0.1:${/:(\d+)/.exec(foyer.sandbox.url)?.[1]}`).port;
		await expect(fetch(`http://127.0.0.1:${port}/_sandbox/health`)).rejects.toThrow();
		expect(JSON.parse((await foyer.run(['app', 'list', '--json'])).stdout)).toEqual([]);
		const bare = await fetch(foyer.address, { headers: { accept: 'text/html' } });
		expect([bare.status, await bare.text()]).toEqual([
			404,
			expect.stringMatching(/<main[^]*href="\/account"[^]*<\/main>/)
		]);
		expect(foyer.logs()).toContain('https://login.example.com/oidc');
		expect(await foyer.stop()).toBe(0);
	});
});

describe('stopping', () => {
	it('finishes what was asked before, refuses what comes after, and ends with 0', async () => {
		const foyer = await startFoyer();
		const request = await openRequest(foyer);
		process.kill(foyer.pid, 'SIGTERM');
		await vi.waitFor(() => expect(fetch(`${foyer.origin}/api/status`)).rejects.toThrow(), 9000);
		expect(await request.finish()).toMatch(/^HTTP\/1\.1 400 [^]*session\.not_found/);
		expect(await foyer.exited).toBe(0);
		expect(foyer.logs()).toMatch(/Closing …\nClosed\.\n$/);
		await foyer.stop();
	});

	it('does not wait any longer when asked again', async () => {
		const foyer = await startFoyer();
		await openRequest(foyer);
		process.kill(foyer.pid, 'SIGINT');
		await vi.waitFor(() => expect(foyer.logs()).toContain('Closing'), 9000);
		// Within a second it would be the same key press, heard twice.
		await new Promise((resolve) => setTimeout(resolve, 1100));
		process.kill(foyer.pid, 'SIGINT');
		expect(await foyer.exited).toBe(130);
		await foyer.stop();
	});
});

/** A request that the server has begun to read, and whose body is still to come. */
async function openRequest(foyer: Foyer): Promise<{ finish(): Promise<string> }> {
	const { port } = new URL(foyer.origin);
	const body = JSON.stringify({ interactionEvent: 'SignIn' });
	const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
	socket.on('error', () => undefined);
	socket.write(
		[
			'PUT /api/experience HTTP/1.1',
			`Host: localhost:${port}`,
			'Content-Type: application/json',
			`Content-Length: ${body.length}`,
			// The server says "continue" once it has taken the request in.
			'Expect: 100-continue',
			'',
			''
		].join('\r\n')
	);
	expect(String((await once(socket, 'data'))[0])).toContain('100 Continue');
	return {
		finish() {
			socket.write(body);
			return text(socket);
		}
	};
}

describe('managing a running Foyer', () => {
	let foyer: Foyer;
	beforeAll(async () => {
		foyer = await startFoyer();
	});
	afterAll(() => foyer.stop());

	it('creates an application that users can sign in to at once', async () => {
		const redirectUri = 'http://localhost:3000/callback';
		const { id, secret } = await foyer.createApplication({ redirectUris: [redirectUri] });
		const signedIn = await signInWithCode(foyer, { phone: somePhone() }, { application: { id, secret, redirectUri } });
		expect(signedIn.tokens.id_token).toBeTruthy();
		const shown = await foyer.run(['app', 'show', id]);
		expect(shown.stdout).toContain(redirectUri);
		expect(shown.stdout).not.toContain(secret);
	});

	it('lists applications and connectors without their secrets', async () => {
		const { secret } = await foyer.createApplication({ redirectUris: ['http://localhost:3000/callback'] });
		const applications = await foyer.run(['app', 'list', '--json']);
		const connectors = await foyer.run(['connector', 'list', '--json']);
		expect(applications.stdout).not.toContain(secret);
		expect(connectors.stdout).not.toMatch(/accessKey|secret/i);
		expect(JSON.parse(connectors.stdout)).toHaveLength(2);
	});

	it('sends a test message through the saved connector', async () => {
		const phone = somePhone();
		const sent = await foyer.run(['connector', 'test', 'aliyun-sms', '--to', `+${phone}`]);
		expect(sent.code).toBe(0);
		expect(await foyer.inbox.codeFor(`+${phone}`)).toBe('000000');
	});

	it('says what is wrong with a connector without repeating a secret', async () => {
		const file = path.join(foyer.dataFolder, 'connector.json');
		await writeFile(file, JSON.stringify({ accessKeyId: 'an-id', accessKeySecret: 's3cret-of-mine', templates: [] }));
		const refused = await foyer.run(['connector', 'set', 'aliyun-sms', '--file', file]);
		expect(refused.code).toBe(1);
		expect(refused.stderr).toContain('signName: is missing');
		expect(refused.stderr).not.toContain('s3cret-of-mine');
	});

	it('adds a second connector, puts it first, turns it off and takes it away', async () => {
		const listed = async () =>
			JSON.parse((await foyer.run(['connector', 'list', '--json'])).stdout) as Record<string, unknown>[];
		const file = path.join(foyer.dataFolder, 'second.json');
		const keys = { accessKeyId: 'another-account', accessKeySecret: 'x', signName: 'Acme' };
		const templates = [{ usageType: 'Generic', templateCode: { overseas: 'SMS_2' } }];
		await writeFile(file, JSON.stringify({ ...keys, templates }));
		const added = await foyer.run([
			'connector',
			'set',
			'aliyun-sms',
			'--another',
			'--except',
			'cn, us',
			'--file',
			file
		]);
		expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining('after aliyun-sms') });
		const [first, second, mail] = await listed();
		expect(second).toMatchObject({ priority: 1, countries: { except: ['CN', 'US'] }, enabled: true });
		const id = String(second?.['id']);
		expect((await foyer.run(['connector', 'disable', id])).stdout).toMatch(/all but CN, US +off/);
		const ordered = await foyer.run(['connector', 'order', id]);
		expect(ordered.stdout.indexOf(id)).toBeLessThan(ordered.stdout.indexOf(String(first?.['id'])));
		expect(await foyer.run(['connector', 'remove', id])).toMatchObject({ code: 0 });
		expect((await listed()).map((record) => record['id'])).toEqual([first?.['id'], mail?.['id']]);
	});

	it('suspends a user, who is out at once and stays out', async () => {
		const phone = somePhone();
		const { tokens } = await signInWithCode(foyer, { phone });
		const ask = () => fetch(`${foyer.origin}/oidc/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
		expect((await ask()).status).toBe(200);
		const suspended = await foyer.run(['user', 'suspend', `+${phone}`]);
		expect(suspended).toMatchObject({ code: 0 });
		expect((await ask()).status).toBe(401);
		await foyer.advanceClock(61_000);
		await expect(signInWithCode(foyer, { phone })).rejects.toThrow('user.suspended');
		await foyer.run(['user', 'resume', `+${phone}`]);
		await foyer.advanceClock(61_000);
		expect((await signInWithCode(foyer, { phone })).isNewUser).toBe(false);
	});

	it('removes a user, whose number is free again', async () => {
		const phone = somePhone();
		await signInWithCode(foyer, { phone });
		expect(await foyer.run(['user', 'remove', phone, '--yes'])).toMatchObject({ code: 0 });
		await foyer.advanceClock(61_000);
		expect((await signInWithCode(foyer, { phone })).isNewUser).toBe(true);
	});

	it('rotates the signing keys without invalidating tokens', async () => {
		const { keys: before } = (await (await fetch(`${foyer.origin}/oidc/jwks`)).json()) as { keys: { kid: string }[] };
		expect(await foyer.run(['keys', 'rotate'])).toMatchObject({ code: 0 });
		const listed = JSON.parse((await foyer.run(['keys', 'list', '--json'])).stdout) as { id: string; status: string }[];
		const kept = listed.map(({ id }) => id);
		expect(before.every(({ kid }) => kept.includes(kid))).toBe(true);
		expect(listed.filter(({ status }) => status === 'current')).toHaveLength(1);
	});

	it('finds itself healthy', async () => {
		const ran = await foyer.run(['doctor', '--json']);
		const findings = JSON.parse(ran.stdout) as { what: string; isFine: boolean }[];
		const wrong = findings.filter(({ what, isFine }) => !isFine && what !== 'build');
		expect(wrong).toEqual([]);
	});
});
