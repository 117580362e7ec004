// `npm run check:image`: does what the Dockerfile says in an empty folder, without Docker, and looks whether it lives.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFreePort } from './support/free-port.ts';

const root = path.resolve(import.meta.dirname, '..');
const work = mkdtempSync(path.join(tmpdir(), 'foyer-image-'));

type Stage = { name: string; folder: string; workdir: string; env: Record<string, string> };
type Image = { stage: Stage; command: string[]; health: string[] };

/** One instruction a line, continuation lines joined, comments gone. */
function readInstructions(): [word: string, rest: string][] {
	const text = readFileSync(path.join(root, 'Dockerfile'), 'utf8').replace(/\\\n/g, ' ');
	return text
		.split('\n')
		.filter((line) => line.trim() && !line.startsWith('#'))
		.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1).trim()]);
}

/** The files that Docker would be sent: what git knows, without what .dockerignore names. */
function copyContext(): string {
	const context = path.join(work, 'context');
	const ignored = readFileSync(path.join(root, '.dockerignore'), 'utf8')
		.split('\n')
		.filter((line) => line && !line.startsWith('#'));
	const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
	for (const file of files.toString().split('\0').filter(Boolean)) {
		const isIgnored = ignored.some((pattern) => path.matchesGlob(file, pattern) || file.startsWith(`${pattern}/`));
		if (!isIgnored && existsSync(path.join(root, file))) cpSync(path.join(root, file), path.join(context, file));
	}
	return context;
}

function build(): Image {
	const context = copyContext();
	const stages: Stage[] = [];
	let command: string[] = [];
	let health: string[] = [];
	const last = () => stages.at(-1) ?? fail('the Dockerfile does not start with FROM');
	const handlers: Record<string, (rest: string) => void> = {
		FROM(rest) {
			const [image = '', , name = 'final'] = rest.split(/\s+/);
			if (!image.startsWith('node:24')) fail(`the base image is ${image}, this check runs on Node 24`);
			stages.push({ name, folder: path.join(work, name), workdir: '/', env: {} });
		},
		WORKDIR(rest) {
			last().workdir = rest;
			mkdirSync(inside(last(), '.'), { recursive: true });
		},
		ENV(rest) {
			const [name = '', value = ''] = rest.split('=');
			last().env[name] = value;
		},
		COPY(rest) {
			const words = rest.split(/\s+/);
			const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length);
			const [target = '.', ...sources] = words.filter((word) => !word.startsWith('--')).reverse();
			const origin = from === undefined ? context : stages.find(({ name }) => name === from)?.folder;
			for (const source of sources) {
				const into = target.endsWith('/') ? path.join(target, path.basename(source)) : target;
				cpSync(path.join(origin ?? fail(`there is no stage ${from}`), source), inside(last(), into), {
					recursive: true,
					verbatimSymlinks: true
				});
			}
		},
		RUN(rest) {
			console.log(`RUN ${rest}`);
			const ran = spawnSync('sh', ['-c', rest], {
				cwd: inside(last(), '.'),
				env: environment(last()),
				stdio: 'inherit'
			});
			if (ran.status !== 0) fail(`RUN ${rest} ended with ${ran.status}`);
		},
		CMD: (rest) => (command = JSON.parse(rest)),
		HEALTHCHECK: (rest) => (health = JSON.parse(rest.slice(rest.indexOf('CMD ') + 4))),
		USER: (rest) => void (rest === 'root' && fail('the image must not run as root')),
		EXPOSE: () => undefined,
		VOLUME: () => undefined
	};
	for (const [word, rest] of readInstructions())
		(handlers[word] ?? (() => fail(`${word} is not understood here`)))(rest);
	return { stage: last(), command, health };
}

async function live({ stage, command, health }: Image): Promise<void> {
	const [name = '', ...args] = command;
	const env = {
		...environment(stage),
		PORT: String(await findFreePort()),
		HOST: '127.0.0.1',
		FOYER_ORIGIN: 'https://login.example.com',
		FOYER_SECRET: randomBytes(32).toString('hex')
	};
	const cwd = inside(stage, '.');
	const child = spawn(name, args, { cwd, env, stdio: 'inherit' });
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const [probe = '', ...probeArgs] = health;
	let isHealthy = false;
	for (let attempt = 0; attempt < 60 && !isHealthy && child.exitCode === null; attempt++) {
		await new Promise((resolve) => setTimeout(resolve, 500));
		isHealthy = spawnSync(probe, probeArgs, { cwd, env, stdio: 'ignore' }).status === 0;
	}
	child.kill('SIGTERM');
	const code = await ended;
	if (!isHealthy) fail('the container never became healthy');
	if (code !== 0) fail(`SIGTERM ended it with ${code} instead of 0`);
}

function inside(stage: Stage, file: string): string {
	return path.join(stage.folder, path.isAbsolute(file) ? file : path.join(stage.workdir, file));
}

/** How this machine reaches the registry; nothing else of its configuration gets in. */
const network =
	/^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file|npm_config_(cafile|registry|(https_)?proxy))$/i;

/** This Node comes first, as the base image's would. */
function environment(stage: Stage): Record<string, string> {
	const { PATH = '', HOME = '' } = process.env;
	const reach = Object.entries(process.env).filter(([name]) => network.test(name));
	return {
		...(Object.fromEntries(reach) as Record<string, string>),
		PATH: `${path.dirname(process.execPath)}${path.delimiter}${PATH}`,
		HOME,
		...stage.env
	};
}

function fail(message: string): never {
	throw new Error(message);
}

try {
	await live(build());
	console.log('\nThe image builds, becomes healthy and stops cleanly.');
} catch (error) {
	console.error(`\n${error instanceof Error ? error.message : String(error)}`);
	process.exitCode = 1;
} finally {
	rmSync(work, { recursive: true, force: true });
}
