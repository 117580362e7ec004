// What a frame tells of the drawing in it: how much wider than the frame it is, which texts lose their end, what it weighs.
import { readWeight, type Weight } from './weight.ts';

/** `fits` is as much of the text as has room; empty where nobody can tell. */
export type Cut = { text: string; fits: string };
export type Fit = { wide: number; cut: Cut[]; weight?: Weight };

/** Undefined where a message is none of a preview. */
export function readFit(data: unknown): Fit | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const { type, wide, cut, weight } = data as Record<string, unknown>;
	if (type !== 'foyer-preview-ready') return undefined;
	const texts = new Map((Array.isArray(cut) ? cut : []).filter(isCut).map(({ text, fits }) => [text, fits]));
	const over = typeof wide === 'number' && wide > 0 ? Math.round(wide) : 0;
	return { wide: over, cut: [...texts].map(([text, fits]) => ({ text, fits })), weight: readWeight(weight) };
}

function isCut(told: unknown): told is Cut {
	if (typeof told !== 'object' || told === null) return false;
	const { text, fits } = told as Partial<Cut>;
	return typeof text === 'string' && typeof fits === 'string';
}
