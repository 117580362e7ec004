import { describe, expect, it } from 'vitest';
import { brandCss } from './brand.ts';
import { contrast, parseHex, toHex, type Rgb } from './contrast.ts';

const brand = { primaryColor: '#0d6e62', isDarkModeEnabled: true, darkPrimaryColor: '#57c9b6' };
/** What a style element made by us may consist of. */
const ownCss =
	/^(?:@media\(prefers-color-scheme:dark\)\{)?(?::root\{(?:color-scheme:[a-z ]+;|--foyer-[a-z-]+:[#0-9a-z .,/()-]+;)+\}|@media\(prefers-color-scheme:dark\)\{|\})+$/;

/** By the names of their variables. */
function coloursIn(css: string): Record<string, Rgb> {
	const found = [...css.matchAll(/--foyer-([a-z-]+):(#[0-9a-f]{6});/g)];
	return Object.fromEntries(found.map(([, name, value]) => [name, parseHex(value ?? '') as Rgb]));
}

describe('the brand of a tenant', () => {
	it('is written as variables for both themes', () => {
		const css = brandCss(brand);
		expect(css).toMatch(ownCss);
		expect(css).toContain('color-scheme:light dark;');
		expect(css).toContain('--foyer-primary:#0d6e62;');
		expect(css.split('prefers-color-scheme:dark')[1]).toContain('--foyer-primary:#57c9b6;');
	});

	it('colours the panel beside the card with a colour and nothing else', () => {
		expect(brandCss(brand, { artwork: '#1E3A8A' })).toContain('--foyer-artwork:#1e3a8a;');
		expect(brandCss(brand, { artwork: 'url(//x.example)' })).not.toContain('artwork');
	});

	it('stays light where dark mode is off', () => {
		const css = brandCss({ ...brand, isDarkModeEnabled: false });
		expect(css).toContain('color-scheme:light;');
		expect(css).not.toContain('prefers-color-scheme');
	});

	it('shows one theme when a preview asks for it', () => {
		expect(brandCss(brand, { theme: 'dark' })).toMatch(/^:root\{color-scheme:dark;.*--foyer-primary:#57c9b6;/);
		expect(brandCss(brand, { theme: 'light' })).not.toContain('@media');
	});
});

const steps = Array.from({ length: 16 }, (_, index) => index * 17);
const colourCube = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue): Rgb => [red, green, blue])));
/** What is drawn on what, and the least contrast it may have. */
const drawn: [over: string[], grounds: string[], least: number][] = [
	[['on-primary'], ['primary', 'primary-hover', 'primary-active'], 4.5],
	[['accent', 'ink', 'muted'], ['paper', 'ground', 'soft', 'tint'], 4.5],
	[['danger'], ['paper', 'ground', 'danger-soft'], 4.5],
	[['primary-edge'], ['paper', 'ground', 'soft', 'tint'], 3]
];
const pairs = drawn.flatMap(([over, grounds, least]) =>
	over.flatMap((text) => grounds.map((ground) => [text, ground, least] as const))
);

describe.each(['light', 'dark'] as const)('any colour at all, on %s pages', (theme) => {
	it('leaves everything that is drawn readable', () => {
		const faint: string[] = [];
		for (const primaryColor of colourCube.map(toHex)) {
			const colours = coloursIn(brandCss({ ...brand, primaryColor, darkPrimaryColor: primaryColor }, { theme }));
			for (const [text, ground, least] of pairs) {
				const found = contrast(colours[text] as Rgb, colours[ground] as Rgb);
				if (found < least) faint.push(`${text} on ${ground} of ${primaryColor}: ${found.toFixed(2)}`);
			}
		}
		expect(faint).toEqual([]);
	});
});

describe('a hostile value', () => {
	it.each([
		'red',
		'#000;}body{display:none',
		'#000</style><script>',
		'url(https://evil.example/x)',
		'#0d6e62;background:url(//evil.example)',
		'var(--foyer-ink)',
		'#0d6e62\n}',
		''
	])('%j is replaced by the default colour', (hostile) => {
		const css = brandCss({ ...brand, primaryColor: hostile, darkPrimaryColor: hostile });
		expect(css).toBe(brandCss(brand));
		expect(css).toMatch(ownCss);
	});

	it.each([Number.NaN, Number.POSITIVE_INFINITY, -5, 1e9, '1px;}' as unknown as number])(
		'a radius of %s stays in bounds',
		(radius) => {
			expect(brandCss(brand, { radius })).toMatch(/--foyer-radius:(?:0|12|24)px;/);
		}
	);
});
