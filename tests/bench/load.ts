// Work for a server, and the CPU that it took: a few visitors at once, blocks of rivals taking turns.
import type { MeasuredServer } from './measured-server.ts';

export type Rival = { name: string; server: MeasuredServer; once(visitor: number): Promise<void> };
export type Block = { cpuMs: number; perSecond: number; loopDelayP99: number };

/** As many as keep a server busy while answers are under way. */
export const visitors = 3;

/** Runs `once` `count` times, `atOnce` at a time. */
export async function repeat(
	count: number,
	once: (visitor: number) => Promise<void>,
	atOnce = visitors
): Promise<void> {
	let left = count;
	const work = async (visitor: number) => {
		while (left-- > 0) await once(visitor);
	};
	await Promise.all(Array.from({ length: atOnce }, (_, visitor) => work(visitor)));
}

/** ABAB…: what disturbs the machine for a while disturbs all of them. Answers each rival's blocks, per repetition. */
export async function compete(
	rivals: Rival[],
	amount: { warmUp: number; rounds: number; count: number; atOnce?: number }
): Promise<Map<string, Block[]>> {
	const blocks = new Map<string, Block[]>(rivals.map(({ name }) => [name, []]));
	for (const { once } of rivals) await repeat(amount.warmUp, once, amount.atOnce);
	for (let round = 0; round < amount.rounds; round++) {
		for (const { name, server, once } of rivals) {
			const before = await server.usage();
			const startedAt = performance.now();
			await repeat(amount.count, once, amount.atOnce);
			const seconds = (performance.now() - startedAt) / 1000;
			const after = await server.usage();
			blocks.get(name)?.push({
				cpuMs: (after.cpu - before.cpu) / 1000 / amount.count,
				perSecond: amount.count / seconds,
				loopDelayP99: after.loopDelayP99
			});
		}
	}
	return blocks;
}

/** The least that it took: everything above that is the machine's. */
export function bestCpu(blocks: Block[] | undefined): number {
	return Math.min(...(blocks ?? []).map(({ cpuMs }) => cpuMs));
}

export function bestRate(blocks: Block[] | undefined): number {
	return Math.max(...(blocks ?? []).map(({ perSecond }) => perSecond));
}

export function spread(blocks: Block[] | undefined): string {
	return (blocks ?? []).map(({ cpuMs }) => cpuMs.toFixed(2)).join(', ');
}
