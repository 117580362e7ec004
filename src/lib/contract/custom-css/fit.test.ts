import { describe, expect, it } from 'vitest';
import { mendSheet } from './fit.ts';
import { readCustomCss } from './read.ts';

const length = (css: string) => css.length;
const source =
	'h1 { color: red; position: fixed }\n@import "x";\np { color: blue }\n@media (min-width: 40em) { p { margin: 0 } }';

describe('a style sheet that cannot be published', () => {
	it('loses what is refused and what says nothing, and no more', () => {
		const { css, left } = mendSheet(source, Infinity, length);
		expect(css).toBe('h1{color:red}p{color:blue}@media (min-width:40em){p{margin:0}}');
		expect(left).toBe(0);
		expect(readCustomCss(css).flaws).toEqual([]);
	});

	it('loses the last rules when it is too heavy: as few as it can', () => {
		expect(mendSheet(source, 30, length)).toEqual({ css: 'h1{color:red}p{color:blue}', left: 1 });
		expect(mendSheet(source, 25, length)).toEqual({ css: 'h1{color:red}', left: 2 });
		expect(mendSheet(source, 0, length)).toEqual({ css: '', left: 3 });
	});
});
