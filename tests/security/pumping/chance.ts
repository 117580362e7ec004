// Chance that is the same at every run: what failed once fails again.
export type Chance = ReturnType<typeof createChance>;

export function createChance(seed: number) {
	let state = seed;
	/** mulberry32. */
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (count: number) => Math.floor(next() * count);
	return {
		below,
		happens: (share: number) => next() < share,
		pick: <Value>(values: readonly Value[]) => values[below(values.length)] as Value,
		digits: (count: number) => Array.from({ length: count }, () => below(10)).join(''),
		/** Between two arrivals that know nothing of each other. */
		wait: (mean: number) => -Math.log(1 - next()) * mean
	};
}
