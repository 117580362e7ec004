// The tenant's style sheet as pages may load it.
import { readCustomCss } from '../../contract/custom-css/read.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Services } from './ports.ts';

export type StyleSheet = { name: string; css: string };

/** Parsing takes longer than rendering a page. There is one text, and another one while it is being changed. */
const read = new Map<string, StyleSheet>();
const mostRead = 4;

/** `name` is another one for another text: browsers may keep what they have under it for good. */
export function styleSheetOf(
	{ hasher }: Pick<Services, 'hasher'>,
	{ customCss }: Pick<Settings, 'customCss'>
): StyleSheet | undefined {
	if (!customCss) return undefined;
	const known = read.get(customCss);
	if (known) return known;
	// Checked when it was set; written anew here, so that no older text and no other tool brings in more.
	const sheet = { name: `${hasher.hmac('custom-css', customCss).slice(0, 16)}.css`, css: readCustomCss(customCss).css };
	if (read.size >= mostRead) read.clear();
	read.set(customCss, sheet);
	return sheet;
}
