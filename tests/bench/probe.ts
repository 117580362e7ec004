// Runs inside a measured server, preloaded: tells the bench what the process has used so far.
import { subscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';

export type Usage = {
	/** CPU microseconds of the whole process since its start: all threads, user and system. */
	cpu: number;
	/** Resident bytes now. */
	rss: number;
	/** SQL run since the question before, where it was asked to listen. */
	statements: string[];
	/** Milliseconds that the event loop was late, at the 99th percentile since the question before. */
	loopDelayP99: number;
};
export type Question = { listen: boolean };

let statements: string[] = [];
const hear = (message: unknown) => void statements.push((message as { sql: string }).sql);
let isListening = false;
/** What the histogram holds is the time between two looks, so this much of it is no delay. */
const resolution = 5;
const loop = monitorEventLoopDelay({ resolution });
loop.enable();

process.on('message', ({ listen }: Question) => {
	const { user, system } = process.cpuUsage();
	const loopDelayP99 = Math.max(0, loop.percentile(99) / 1e6 - resolution);
	const usage: Usage = { cpu: user + system, rss: process.memoryUsage.rss(), statements, loopDelayP99 };
	statements = [];
	loop.reset();
	// Nobody pays for listening while CPU is measured.
	if (listen && !isListening) {
		subscribe('foyer:statement', hear);
		isListening = true;
	}
	process.send?.(usage);
});
// The server ends when it wants to, not when the bench lets go.
process.channel?.unref();
