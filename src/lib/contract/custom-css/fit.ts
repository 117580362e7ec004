// Makes a tenant's style sheet one that can be published, with as little lost as may be.
import { generate, parse } from 'css-tree';
import { readCustomCss } from './read.ts';

/** `left`: rules that it had and has no more. */
export type Mended = { css: string; left: number };

/**
 * Without what is refused, and without what can be said shorter. When it still `weighs` more than `most`, rules go from
 * its end: the first ones are what later ones were added to.
 */
export function mendSheet(source: string, most: number, weigh: (css: string) => number): Mended {
	const rules = topRules(readCustomCss(source).css);
	let [least, longest] = [0, rules.length];
	const upTo = (count: number) => rules.slice(0, count).join('');
	while (least < longest) {
		const middle = Math.ceil((least + longest) / 2);
		if (weigh(upTo(middle)) <= most) least = middle;
		else longest = middle - 1;
	}
	return { css: upTo(least), left: rules.length - least };
}

function topRules(css: string): string[] {
	const sheet = parse(css);
	return sheet.type === 'StyleSheet' ? sheet.children.toArray().map((rule) => generate(rule)) : [];
}
