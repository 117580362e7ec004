// Runs inside a measured server, preloaded: tells the bench what the process has used so far.
import { subscribe } from 'node:diagnostics_channel';

export type Usage = {
	/** CPU microseconds of the whole process since its start: all threads, user and system. */
	cpu: number;
	/** Resident bytes now. */
	rss: number;
	/** SQL run since the question before, where it was asked to listen. */
	statements: string[];
};
export type Question = { listen: boolean };

let statements: string[] = [];
const hear = (message: unknown) => void statements.push((message as { sql: string }).sql);
let isListening = false;

process.on('message', ({ listen }: Question) => {
	const { user, system } = process.cpuUsage();
	const usage: Usage = { cpu: user + system, rss: process.memoryUsage.rss(), statements };
	statements = [];
	// Nobody pays for listening while CPU is measured.
	if (listen && !isListening) {
		subscribe('foyer:statement', hear);
		isListening = true;
	}
	process.send?.(usage);
});
// The server ends when it wants to, not when the bench lets go.
process.channel?.unref();
