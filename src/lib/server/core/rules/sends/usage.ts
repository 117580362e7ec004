// How much of a budget is used now: of the owner who has used most of it.
import type { RollingLimit } from '../rolling-window.ts';
import { countIn, readTakings, type Tally } from './tally.ts';

export type Usage = RollingLimit & { used: number; of: string };

/** As `meters.ts` names the counters: whose, the window of a sum, and last whether it is the reserve's. */
const counter = /^(.*?)(?:\/(\d+))?$/;

/** `beginning` is what the names of these counters begin with; what follows it is whose they are. One for each limit. */
export function fullestOf(tallies: Map<string, Tally>, beginning: string, limits: RollingLimit[], at: number): Usage[] {
	return limits.map((limit) => {
		const uses = new Map<string, number>();
		for (const [key, tally] of tallies) {
			const [, name = '', window] = counter.exec(key.replace(/:reserve$/, '')) ?? [];
			if (!name.startsWith(beginning) || (window !== undefined && Number(window) !== limit.seconds)) continue;
			const counted = window === undefined ? takenIn(tally, limit.seconds, at) : countIn(tally, limit.seconds, at);
			uses.set(name, (uses.get(name) ?? 0) + counted);
		}
		const [owner, used] = [...uses].sort(([, one], [, other]) => other - one)[0] ?? [beginning, 0];
		return { ...limit, used: Math.round(used), of: owner.slice(beginning.length) };
	});
}

function takenIn({ stamps }: Tally, seconds: number, at: number): number {
	return readTakings(stamps).filter((taking) => taking.at > at - seconds * 1000).length;
}
