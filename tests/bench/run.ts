// `npm run bench`: Foyer's promises in figures that mean the same on any machine: bytes, counts, and ratios within this run.
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import buildOnce from '../support/build-once.ts';
import { measureFirstFlight } from './first-flight.ts';
import { footprintRows, measureStart, readMemory } from './footprint.ts';
import { measurePageRate } from './page-rate.ts';
import { measurePasswords } from './password-cpu.ts';
import { formatTable, isMet, type Group } from './row.ts';
import { measureSignInCpu } from './sign-in-cpu.ts';
import { measureSlowProvider } from './slow-provider.ts';
import { openStand, type Stand } from './stand.ts';
import { measureScreens } from './screens.ts';
import { measureStatements } from './statements.ts';

const usage = `Usage: npm run bench -- [options]

  --json           the figures as JSON, with every request's statements
  --flows <n>      sign-ins in one block (60)
  --rounds <n>     blocks of each rival; the best counts (3)
  --warm-up <n>    sign-ins of each kind before anything counts (150)
  --no-build       measure the build that is there, even when the sources are newer

Ends with 1 when a promise is not kept.`;

const { values } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		flows: { type: 'string', default: '60' },
		rounds: { type: 'string', default: '3' },
		'warm-up': { type: 'string', default: '150' },
		'no-build': { type: 'boolean', default: false },
		help: { type: 'boolean', default: false }
	}
});

async function main(): Promise<number> {
	if (values.help) {
		console.log(usage);
		return 0;
	}
	if (!values['no-build']) await buildOnce();
	const stand = await openStand();
	try {
		const { groups, requests } = await measure(stand);
		const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.version };
		if (values.json) console.log(JSON.stringify({ machine, groups, requests }, null, '\t'));
		else console.log(`${machine.cores} × ${machine.cpu}, Node ${machine.node}\n${formatTable(groups)}`);
		return groups.flatMap(({ rows }) => rows).every(isMet) ? 0 : 1;
	} finally {
		await stand.close();
	}
}

/** One after the other, and the load before the memory that it leaves. */
async function measure(stand: Stand) {
	const amount = { rounds: Number(values.rounds), warmUp: Number(values['warm-up']) };
	const { foyer, bare } = stand;
	const [idle, bareIdle] = [await readMemory(foyer), await readMemory(bare)];
	const startMs = await measureStart(stand, 3);
	const flight = await measureFirstFlight(stand);
	const screens = await measureScreens(stand);
	const statements = await measureStatements(stand);
	const cpu = await measureSignInCpu(stand, { ...amount, flows: Number(values.flows) });
	const rate = await measurePageRate(stand, { ...amount, requests: Number(values.flows) * 5 });
	const passwords = await measurePasswords(stand, { ...amount, flows: Number(values.flows) });
	const slow = await measureSlowProvider({ rounds: amount.rounds, sends: Number(values.flows) });
	const [loaded, bareLoaded] = [await readMemory(foyer), await readMemory(bare)];
	const footprint = { idle, bareIdle, loaded, bareLoaded, startMs, bareStartMs: bare.startMs };
	const groups: Group[] = [
		{ title: 'The first screen', rows: flight },
		{ title: 'Every screen in its heaviest state, at 150 ms and 1.6 Mbit/s', rows: screens },
		{ title: 'Server CPU of one sign-in with a code', rows: cpu },
		{ title: 'SQL statements of one sign-in, nothing remembered', rows: statements.rows },
		{ title: 'Statements of each endpoint', rows: statements.endpoints },
		{ title: 'Passwords', rows: passwords },
		{ title: 'While the provider of text messages hangs', rows: slow },
		{ title: 'Giving out the sign-in page', rows: rate },
		{ title: 'The process', rows: footprintRows(footprint) }
	];
	return { groups, requests: statements.requests };
}

process.exitCode = await main();
