// What is wrong with a style sheet, and the same one without it: the parser is no burden for a browser to carry.
import { gzipSync } from 'node:zlib';
import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { answeringScript } from '$lib/console/api.ts';
import { findSession } from '$lib/console/session.ts';
import { mendSheet } from '$lib/contract/custom-css/fit.ts';
import { readCustomCss } from '$lib/contract/custom-css/read.ts';
import type { RequestHandler } from './$types';

/** `most`: bytes that it may weigh on its way, compressed. */
const asked = z.object({ css: z.string().max(65_536), most: z.number().optional() });
/** An installation behind HTTPS sends less, as brotli. */
const weigh = (css: string) => gzipSync(css).length;

export const POST: RequestHandler = async (event) => {
	if (!findSession(event)) answeringScript(event, 401);
	const parsed = asked.safeParse(await event.request.json().catch(() => undefined));
	if (!parsed.success) error(400, 'css is missing');
	const { css, most = Infinity } = parsed.data;
	return json({ flaws: readCustomCss(css).flaws, mended: mendSheet(css, most, weigh) });
};
