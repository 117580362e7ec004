// A server in a process of its own: ready when its address answers, ended by its own id.
import { spawn } from 'node:child_process';

export type ChildServer = { stop(): Promise<void>; printed(): string };

type Wanted = {
	command: string;
	args: string[];
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** True once it serves. */
	isReady(): Promise<boolean>;
};

const longestMs = 60_000;

export async function startChild({ command, args, cwd, env, isReady }: Wanted): Promise<ChildServer> {
	const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	let printed = '';
	child.stdout.on('data', (chunk) => (printed += chunk));
	child.stderr.on('data', (chunk) => (printed += chunk));
	let failure: string | undefined;
	const ended = new Promise<void>((resolve) => {
		child.once('error', (error) => {
			failure = error.message;
			resolve();
		});
		child.once('close', (code) => {
			failure ??= `it ended with code ${code}`;
			resolve();
		});
	});
	const stop = async () => {
		if (child.exitCode === null && !failure) child.kill('SIGTERM');
		await ended;
	};
	const deadline = Date.now() + longestMs;
	while (!(await isReady().catch(() => false))) {
		if (failure ?? Date.now() > deadline) {
			await stop();
			throw new Error(`${command} is not ready, ${failure ?? 'after a minute'}:\n${printed}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return { stop, printed: () => printed };
}
