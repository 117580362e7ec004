// Rows: memory at rest and after work, and the time from spawning the process to its first answer.
import type { Row } from './row.ts';
import type { MeasuredServer } from './measured-server.ts';
import type { Stand } from './stand.ts';

const settleMs = 2000;

/** In MiB: what the process holds, and what of its heap it could not do without. */
export type Memory = { rss: number; live: number };

export async function readMemory(server: MeasuredServer): Promise<Memory> {
	await new Promise((resolve) => setTimeout(resolve, settleMs));
	const { rss, live = NaN } = await server.usage({ collect: true });
	return { rss: rss / 2 ** 20, live: live / 2 ** 20 };
}

export async function measureStart(stand: Stand, times: number): Promise<number> {
	const starts: number[] = [];
	for (let time = 0; time < times; time++) {
		const again = await stand.startAgain();
		starts.push(again.startMs);
		await again.stop();
	}
	return Math.min(...starts);
}

export function footprintRows(measured: {
	idle: Memory;
	loaded: Memory;
	bareIdle: Memory;
	bareLoaded: Memory;
	startMs: number;
	bareStartMs: number;
}): Row[] {
	const { idle, loaded, bareIdle, bareLoaded, startMs, bareStartMs } = measured;
	const inMiB = (name: string, own: number, bare: number): Row => ({
		name,
		value: own,
		unit: 'MiB',
		note: `bare provider ${bare.toFixed(0)} MiB`
	});
	return [
		inMiB('memory at rest', idle.rss, bareIdle.rss),
		inMiB('memory after the load above', loaded.rss, bareLoaded.rss),
		inMiB('live heap at rest', idle.live, bareIdle.live),
		inMiB('live heap after the load above', loaded.live, bareLoaded.live),
		{
			name: 'start to first answer',
			value: Math.round(startMs),
			unit: 'ms',
			note: `bare provider ${Math.round(bareStartMs)} ms`
		}
	];
}
