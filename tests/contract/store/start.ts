// Runs Node on a small program and reads what it prints: a starter, or a writer that will be killed.
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export type Started = {
	child: ChildProcess;
	lines: string[];
	ended: Promise<number | null>;
	hasPrinted(count: number): Promise<void>;
};

export function start(program: string, ...parameters: string[]): Started {
	const child = spawn(process.execPath, ['--input-type=module', '--eval', program, ...parameters], {
		cwd: import.meta.dirname,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const lines: string[] = [];
	const output = createInterface({ input: child.stdout });
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	output.on('line', (line) => lines.push(line));
	const hasPrinted = (count: number) =>
		new Promise<void>((resolve, reject) => {
			const look = () => lines.length >= count && resolve();
			output.on('line', look);
			void ended.then((code) => reject(new Error(`ended with ${code} after ${lines.length} lines`)));
			look();
		});
	return { child, lines, ended, hasPrinted };
}
