// Asks the server what is wrong with a style sheet, and for one that is not.
import type { Mended } from '../contract/custom-css/fit.ts';
import type { CssFlaw } from '../contract/custom-css/read.ts';
import { consoleFetch } from './console-fetch.svelte.ts';

export type SheetAnswer = { flaws: CssFlaw[]; mended: Mended };

/** `most`: bytes that it may weigh, compressed. Undefined where nothing answers. */
export async function readSheet(css: string, most?: number): Promise<SheetAnswer | undefined> {
	const answer = await consoleFetch('/console/sign-in-experience/sheet', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ css, most })
	}).catch(() => undefined);
	return answer?.ok ? ((await answer.json()) as SheetAnswer) : undefined;
}
