// Remembers what was found until something changes. What was not found is asked again: strangers could fill the memory with it.

export type Remembered<Value> = (key: string, read: () => Promise<Value | undefined>) => Promise<Value | undefined>;

/** `stamp` answers another value after every change. */
export function remembered<Value>(stamp: () => Promise<unknown>): Remembered<Value> {
	let known: { stamp: unknown; values: Map<string, Value> } = { stamp: undefined, values: new Map() };
	return async (key, read) => {
		const now = await stamp();
		if (now !== known.stamp) known = { stamp: now, values: new Map() };
		const { values } = known;
		const found = values.get(key) ?? (await read());
		// Read before a change but answered after it: right for this caller, and kept where nobody looks any more.
		if (found !== undefined) values.set(key, found);
		return found;
	};
}
