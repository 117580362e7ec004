// Runs inside a server under test, preloaded: tells what work it has done since it was asked last.
import { subscribe } from 'node:diagnostics_channel';
import { createServer } from 'node:http';

export type Work = {
	/** SQL in its order; parameters stay out of it. */
	statements: string[];
	/** Runs of Argon2. */
	hashes: number;
};

// The environment is also that of the commands that a test runs beside its server.
if (process.argv.includes('start')) {
	let work: Work = { statements: [], hashes: 0 };
	subscribe('foyer:statement', (message) => work.statements.push((message as { sql: string }).sql));
	subscribe('foyer:hash', () => (work.hashes += 1));
	const server = createServer((_request, response) => {
		response.end(JSON.stringify(work));
		work = { statements: [], hashes: 0 };
	});
	server.listen(Number(process.env.WORK_PROBE_PORT), '127.0.0.1').unref();
}
