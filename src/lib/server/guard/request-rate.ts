// A coarse limit on requests per client network, so that one caller cannot take the process for itself.
import { networkOf } from '../core/rules/network.ts';

const windowMs = 60_000;
const mostNetworks = 20_000;

/** In this process only and forgotten on restart: limits on codes and guesses live in the store. */
export function createRequestRate(perMinute: number): (ip: string, at: number) => { retryAfter: number } | undefined {
	let counts = new Map<string, number>();
	let startedAt = 0;
	return (ip, at) => {
		if (at - startedAt >= windowMs || counts.size >= mostNetworks) {
			counts = new Map();
			startedAt = at;
		}
		const network = networkOf(ip);
		const count = (counts.get(network) ?? 0) + 1;
		counts.set(network, count);
		return count > perMinute ? { retryAfter: Math.ceil((startedAt + windowMs - at) / 1000) } : undefined;
	};
}
