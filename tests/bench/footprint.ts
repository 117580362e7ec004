// Rows: memory at rest and after work, and the time from spawning the process to its first answer.
import type { Row } from './row.ts';
import type { MeasuredServer } from './measured-server.ts';
import type { Stand } from './stand.ts';

const settleMs = 2000;

export async function readMemory(server: MeasuredServer): Promise<number> {
	await new Promise((resolve) => setTimeout(resolve, settleMs));
	return (await server.usage()).rss / 2 ** 20;
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
	idle: number;
	loaded: number;
	bareIdle: number;
	bareLoaded: number;
	startMs: number;
	bareStartMs: number;
}): Row[] {
	const { idle, loaded, bareIdle, bareLoaded, startMs, bareStartMs } = measured;
	return [
		{ name: 'memory at rest', value: idle, unit: 'MiB', note: `bare provider ${bareIdle.toFixed(0)} MiB` },
		{
			name: 'memory after the load above',
			value: loaded,
			unit: 'MiB',
			note: `bare provider ${bareLoaded.toFixed(0)} MiB`
		},
		{
			name: 'start to first answer',
			value: Math.round(startMs),
			unit: 'ms',
			note: `bare provider ${Math.round(bareStartMs)} ms`
		}
	];
}
