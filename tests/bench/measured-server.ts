// A server in a process of its own, which the bench can ask what it has used.
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { cleanEnv, projectFolder } from '../support/run-foyer.ts';
import type { Question, Usage } from './probe.ts';

export type MeasuredServer = {
	origin: string;
	/** From spawning the process to its first good answer. */
	startMs: number;
	usage(question?: Question): Promise<Usage>;
	stop(): Promise<void>;
};

const probe = path.join(import.meta.dirname, 'probe.ts');
const startTimeoutMs = 60_000;

export async function startMeasured(options: {
	command: string[];
	env: NodeJS.ProcessEnv;
	origin: string;
	/** Answers below 300 once the server is up. */
	statusPath: string;
	/** For Node itself: `--cpu-prof`. */
	nodeOptions?: string[];
}): Promise<MeasuredServer> {
	const { command, env, origin, statusPath, nodeOptions = [] } = options;
	const [file = '', ...args] = command;
	const startedAt = performance.now();
	const child = fork(file, args, {
		cwd: projectFolder,
		env: cleanEnv(env),
		execArgv: [...nodeOptions, '--import', probe],
		stdio: ['ignore', 'ignore', 'inherit', 'ipc']
	});
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	await waitUntilUp(origin + statusPath, child);
	return {
		origin,
		startMs: performance.now() - startedAt,
		usage: (question = {}) => ask(child, question),
		async stop() {
			child.kill('SIGTERM');
			await ended;
		}
	};
}

function ask(child: ChildProcess, question: Question): Promise<Usage> {
	return new Promise((resolve, reject) => {
		child.once('message', (usage) => resolve(usage as Usage));
		child.send(question, (error) => error && reject(error));
	});
}

async function waitUntilUp(address: string, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + startTimeoutMs;
	while (child.exitCode === null && Date.now() < deadline) {
		const response = await fetch(address).catch(() => undefined);
		await response?.arrayBuffer();
		if (response?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	child.kill('SIGKILL');
	throw new Error(`no answer from ${address}`);
}
