// What a frame tells of the drawing in it: how much wider than the frame it is, which texts lose their end, what it weighs.
import { readWeight, type Weight } from './weight.ts';

export type Fit = { wide: number; cut: string[]; weight?: Weight };

/** Undefined where a message is none of a preview. */
export function readFit(data: unknown): Fit | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { type, wide, cut, weight } = data as Record<string, unknown>;
	if (type !== 'foyer-preview-ready') return undefined;
	const texts = Array.isArray(cut) ? cut.filter((text): text is string => typeof text === 'string') : [];
	const over = typeof wide === 'number' && wide > 0 ? Math.round(wide) : 0;
	return { wide: over, cut: [...new Set(texts)], weight: readWeight(weight) };
}
