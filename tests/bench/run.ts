// `npm run bench`: Foyer's promises in figures that mean the same on any machine: bytes, counts, and ratios within this run.
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import buildOnce from '../support/build-once.ts';
import { footprintRows, measureStart, readMemory } from './footprint.ts';
import { parts, type Amount, type Measured } from './parts.ts';
import { formatTable, isMet, type Row } from './row.ts';
import { openStand, type Stand } from './stand.ts';

const usage = `Usage: npm run bench -- [options] [part…]

Parts: ${Object.keys(parts).join(', ')}; without one all of them, and the process.

  --json           the figures as JSON, with every request's statements
  --flows <n>      sign-ins in one block (60)
  --rounds <n>     blocks of each rival; the best counts (3)
  --warm-up <n>    sign-ins of each kind before anything counts (150)
  --no-build       measure the build that is there, even when the sources are newer

Ends with 1 when a promise is not kept.`;

const { values, positionals: chosen } = parseArgs({
	allowPositionals: true,
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
	const unknown = chosen.find((name) => !Object.hasOwn(parts, name));
	if (unknown !== undefined) console.error(`There is no part "${unknown}".\n`);
	if (values.help || unknown !== undefined) {
		console.log(usage);
		return unknown === undefined ? 0 : 2;
	}
	if (!values['no-build']) await buildOnce();
	const { groups, requests } = await measure();
	const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.version };
	if (values.json) console.log(JSON.stringify({ machine, groups, requests }, null, '\t'));
	else console.log(`${machine.cores} × ${machine.cpu}, Node ${machine.node}\n${formatTable(groups)}`);
	return groups.flatMap(({ rows }) => rows).every(isMet) ? 0 : 1;
}

/** One after the other. What none of them needs is not started. */
async function measure(): Promise<Measured> {
	const rounds = Number(values.rounds);
	const amount: Amount = { rounds, warmUp: Number(values['warm-up']), flows: Number(values.flows) };
	let opened: Promise<Stand> | undefined;
	const stand = () => (opened ??= openStand());
	try {
		const names = chosen.length > 0 ? chosen : Object.keys(parts);
		const rest = chosen.length > 0 ? undefined : await beginProcess(await stand());
		const measured: Measured[] = [];
		for (const name of names) measured.push((await parts[name]?.(stand, amount)) ?? { groups: [] });
		const groups = measured.flatMap((one) => one.groups);
		if (rest) groups.push({ title: 'The process', rows: await rest() });
		return { groups, requests: measured.find(({ requests }) => requests)?.requests };
	} finally {
		await (await opened)?.close();
	}
}

/** The memory at rest, and at the end what the load of all parts has left. */
async function beginProcess(stand: Stand): Promise<() => Promise<Row[]>> {
	const { foyer, bare } = stand;
	const [idle, bareIdle] = [await readMemory(foyer), await readMemory(bare)];
	const startMs = await measureStart(stand, 3);
	return async () => {
		const [loaded, bareLoaded] = [await readMemory(foyer), await readMemory(bare)];
		return footprintRows({ idle, bareIdle, loaded, bareLoaded, startMs, bareStartMs: bare.startMs });
	};
}

process.exitCode = await main();
