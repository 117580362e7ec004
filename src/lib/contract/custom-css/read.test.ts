import { describe, expect, it } from 'vitest';
import { readCustomCss } from './read.ts';

const blamed = (source: string) => readCustomCss(source).flaws.map(({ why }) => why);

describe('a style sheet of looks', () => {
	it.each([
		'h1{color:red}',
		':root{--foyer-primary:#123456;--foyer-radius:4px}',
		'main{background:linear-gradient(#fff,#eee);padding:calc(1rem + 2vw)}',
		'@media (min-width:600px){body{background:#fafafa}}',
		'@keyframes rise{from{opacity:0}to{opacity:1}}',
		'button:is(:hover,:focus-visible){transform:translatey(-1px)}',
		'[dir=rtl] h1,:lang(ar) p{letter-spacing:0}',
		'body{background:url(data:image/png;base64,AAAA)}',
		'main{& h1{font-weight:500}}',
		'body{font-family:"Noto Sans",sans-serif}'
	])('%s is kept as it is', (source) => {
		expect(readCustomCss(source)).toEqual({ css: source, flaws: [] });
	});
});

describe('what is more than looks', () => {
	it.each([
		['another sheet', '@import url(//x.example);', 'at-rule'],
		['a font from elsewhere', '@font-face{font-family:x;src:url(https://x.example)}', 'at-rule'],
		['a picture from elsewhere', 'a{background:url(https://x.example/a)}', 'address'],
		['the same in capitals', 'a{background:URL(//x.example)}', 'address'],
		['the same, escaped', 'a{background:\\75\\72\\6c(https://x.example)}', 'syntax'],
		['an SVG, which could hold more', 'a{background:url(data:image/svg+xml;base64,AAAA)}', 'address'],
		['an address in a string', 'a{background:image-set("https://x.example" 1x)}', 'function'],
		['an address in a variable', ':root{--foyer-primary:url(//x.example)}', 'address'],
		['an address in a condition', '@supports (background:url(//x.example)){a{color:red}}', 'address'],
		['what somebody types', 'input[value^="a"]{color:red}', 'attribute'],
		['the same within another selector', 'main:has(input[value$="7"]){color:red}', 'attribute'],
		['an attribute as text', 'a{color:attr(value)}', 'function'],
		['script of old browsers', 'a{width:expression(alert(1))}', 'function'],
		['script of other old browsers', 'a{behavior:url(x.htc)}', 'property'],
		['words', 'h1::after{content:"Call this number"}', 'property'],
		["words as a list's mark", 'h1{display:list-item;list-style:"Call"}', 'words'],
		['what covers the page', 'body::before{position:fixed}', 'property'],
		['a variable of somebody else', ':root{--other:1}', 'property'],
		['the end of a style element', 'h1{color:red}</style><script>alert(1)</script>', 'syntax']
	] as const)('%s is refused and left out', (_, source, why) => {
		expect(blamed(source)).toContain(why);
		expect(readCustomCss(source).css).not.toMatch(/x\.example|value|expression|script|behavior|Call|fixed|other|svg/);
	});

	it('takes nothing else with it', () => {
		const { css, flaws } = readCustomCss(
			'h1{color:red;position:fixed}\n  p{color:attr(x)}\n@import "x";\nb{color:blue}'
		);
		expect(css).toBe('h1{color:red}p{}b{color:blue}');
		expect(flaws.map(({ line, column, why }) => [line, column, why])).toEqual([
			[1, 14, 'property'],
			[2, 11, 'function'],
			[3, 1, 'at-rule']
		]);
	});
});

it('survives anything, and what it writes has no flaws', () => {
	const pieces = [
		'a',
		'{',
		'}',
		';',
		':',
		'url(',
		')',
		'"',
		"'",
		'@import',
		'@media',
		'[value]',
		'/*',
		'*/',
		'\\',
		'<!--',
		'\0',
		'🙂',
		'color',
		'red',
		'--foyer-a',
		'(',
		',',
		'\n'
	];
	let seed = 7;
	const next = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
	for (let round = 0; round < 2000; round++) {
		const source = Array.from({ length: next(14) }, () => pieces[next(pieces.length)]).join('');
		const { css } = readCustomCss(source);
		expect(
			readCustomCss(css).flaws.filter(({ why }) => why !== 'syntax'),
			source
		).toEqual([]);
		expect(css, source).not.toMatch(/(?<!\\)@import|\[value/);
	}
});
