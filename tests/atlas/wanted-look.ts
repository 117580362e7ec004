// Whose look the atlas draws: that of a file, or that of a running installation as everybody may read it.
import { readFile } from 'node:fs/promises';

export type Look = Record<string, unknown>;

const parts = ['branding', 'color', 'customCss'];

export const isOrigin = (from: string) => /^https?:/.test(from);

/** A file holds settings, or the answer of GET /api/sign-in-exp/draft. Everything that is no look stays out. */
export async function readLook(from: string): Promise<Look> {
	const told = isOrigin(from) ? await readOrigin(from) : (JSON.parse(await readFile(from, 'utf8')) as Look);
	const settings = isObject(told.settings) ? told.settings : told;
	const named = Object.entries(settings).filter(([name]) => parts.includes(name));
	if (named.length === 0) throw new Error(`${from} has none of ${parts.join(', ')}`);
	return Object.fromEntries(named);
}

async function readOrigin(origin: string): Promise<Look> {
	const answer = await fetch(new URL('/api/.well-known/sign-in-exp', origin));
	if (!answer.ok) throw new Error(`${origin} answers ${answer.status}`);
	return (await answer.json()) as Look;
}

function isObject(value: unknown): value is Look {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
