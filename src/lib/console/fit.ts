// What a frame tells of the drawing in it: how much wider than the frame it is, and which texts lose their end.
export type Fit = { wide: number; cut: string[] };

/** Undefined where a message is none of a preview. */
export function readFit(data: unknown): Fit | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { type, wide, cut } = data as Record<string, unknown>;
	if (type !== 'foyer-preview-ready') return undefined;
	const texts = Array.isArray(cut) ? cut.filter((text): text is string => typeof text === 'string') : [];
	return { wide: typeof wide === 'number' && wide > 0 ? Math.round(wide) : 0, cut: [...new Set(texts)] };
}
