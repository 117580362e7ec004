// Remembers what was found for a moment. What was not found is asked again: strangers could fill the memory with it.

export type BriefCache<Value> = {
	get(key: string, read: () => Promise<Value | undefined>): Promise<Value | undefined>;
	forget(key: string): void;
};

export function createBriefCache<Value>(keepMs: number): BriefCache<Value> {
	const entries = new Map<string, { value: Value; until: number }>();
	let changes = 0;
	return {
		async get(key, read) {
			const known = entries.get(key);
			const now = performance.now();
			if (known && known.until > now) return known.value;
			entries.delete(key);

			const changesBefore = changes;
			const value = await read();
			// Read before a change but answered after it: right for this caller, too old to keep.
			if (value !== undefined && changes === changesBefore) entries.set(key, { value, until: now + keepMs });
			return value;
		},
		forget(key) {
			changes += 1;
			entries.delete(key);
		}
	};
}
