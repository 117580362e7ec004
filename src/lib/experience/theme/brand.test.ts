import { describe, expect, it } from 'vitest';
import { brandCss } from './brand.ts';
import { contrast, parseHex, type Rgb } from './contrast.ts';

const brand = { primaryColor: '#0d6e62', isDarkModeEnabled: true, darkPrimaryColor: '#57c9b6' };
/** What a style element made by us may consist of. */
const ownCss =
	/^(?:@media\(prefers-color-scheme:dark\)\{)?(?::root\{(?:color-scheme:[a-z ]+;|--foyer-[a-z-]+:[#0-9a-z .,/()-]+;)+\}|@media\(prefers-color-scheme:dark\)\{|\})+$/;

function valueOf(css: string, name: string): Rgb {
	return parseHex(new RegExp(`--foyer-${name}:(#[0-9a-f]+);`).exec(css)?.[1] ?? '') as Rgb;
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

	it.each(['#ffff00', '#ffffff', '#000000', '#777777', '#ff0000', '#00f'])('stays readable in %s', (primaryColor) => {
		for (const theme of ['light', 'dark'] as const) {
			const css = brandCss({ ...brand, primaryColor, darkPrimaryColor: primaryColor }, { theme });
			for (const state of ['primary', 'primary-hover', 'primary-active']) {
				expect(contrast(valueOf(css, state), valueOf(css, 'on-primary'))).toBeGreaterThanOrEqual(4.5);
			}
			for (const ground of ['paper', 'ground', 'soft', 'tint']) {
				expect(contrast(valueOf(css, 'accent'), valueOf(css, ground))).toBeGreaterThanOrEqual(4.5);
			}
			expect(contrast(valueOf(css, 'primary-edge'), valueOf(css, 'paper'))).toBeGreaterThanOrEqual(3);
		}
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
