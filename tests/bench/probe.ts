// Runs inside a measured server, preloaded: tells the bench what the process has used so far.
import { subscribe } from 'node:diagnostics_channel';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export type Usage = {
	/** CPU microseconds of the whole process since its start: all threads, user and system. */
	cpu: number;
	/** Resident bytes now. V8 leaves garbage lying while the machine has memory: they tell little of what is needed. */
	rss: number;
	/** Bytes of its heap that are still in use after its garbage was collected, where that was asked for. */
	live?: number;
	/** SQL run since the question before, where it was asked to listen. */
	statements: string[];
	/** Milliseconds that the event loop was late, at the 99th percentile since the question before. */
	loopDelayP99: number;
};
export type Question = { listen?: boolean; collect?: boolean };

let statements: string[] = [];
const hear = (message: unknown) => void statements.push((message as { sql: string }).sql);
let isListening = false;
/** What the histogram holds is the time between two looks, so this much of it is no delay. */
const resolution = 5;
const loop = monitorEventLoopDelay({ resolution });
loop.enable();

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
function readLive(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

process.on('message', ({ listen = false, collect = false }: Question) => {
	const { user, system } = process.cpuUsage();
	const loopDelayP99 = Math.max(0, loop.percentile(99) / 1e6 - resolution);
	const rss = process.memoryUsage.rss();
	const live = collect ? readLive() : undefined;
	const usage: Usage = { cpu: user + system, rss, live, statements, loopDelayP99 };
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
