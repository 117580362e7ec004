import { describe, expect, it } from 'vitest';
import { contrast, mix, parseHex, readableOn, textOn, toHex, white, black, type Rgb } from './contrast.ts';
import { darkPalette, lightPalette } from './palette.ts';

const colour = (hex: string) => parseHex(hex) as Rgb;
/** A spread over the whole cube, the hard middle included. */
const manyColours = [0, 64, 96, 128, 160, 192, 255].flatMap((red, _, steps) =>
	steps.flatMap((green) => steps.map((blue): Rgb => [red, green, blue]))
);

describe('reading a colour', () => {
	it('takes short and long hex, in either case', () => {
		expect(parseHex('#0aF')).toEqual([0, 170, 255]);
		expect(parseHex('#0D6E62')).toEqual([13, 110, 98]);
		expect(toHex(colour('#0aF'))).toBe('#00aaff');
	});

	it.each(['red', '#12', '#12345', '#1234567', '#ggg', '0d6e62', '#000;}', '#000\n', ''])('refuses %j', (value) => {
		expect(parseHex(value)).toBeUndefined();
	});
});

describe('comparing two colours', () => {
	it('knows the ends of the scale', () => {
		expect(contrast(white, black)).toBeCloseTo(21, 5);
		expect(contrast(white, white)).toBe(1);
	});

	it('agrees with published pairs, in either order', () => {
		expect(contrast(colour('#767676'), white)).toBeCloseTo(4.54, 2);
		expect(contrast(white, colour('#0d6e62'))).toBeCloseTo(6.09, 1);
	});
});

describe('text on any brand', () => {
	it('reads on every colour a tenant can choose', () => {
		for (const ground of manyColours) {
			expect(contrast(textOn(ground, [white, [6, 26, 23]]), ground)).toBeGreaterThanOrEqual(4.5);
		}
	});

	it.each([
		['light', lightPalette],
		['dark', darkPalette]
	])('finds a shade of it for links in the %s theme', (_, palette) => {
		const grounds = [palette.paper, palette.ground, palette.soft].map(colour);
		for (const brand of manyColours) {
			const shade = readableOn(brand, grounds, 4.5);
			for (const ground of grounds) expect(contrast(shade, ground)).toBeGreaterThanOrEqual(4.5);
		}
	});

	it('leaves a colour alone that reads already', () => {
		expect(readableOn(colour('#0d6e62'), [white], 4.5)).toEqual(colour('#0d6e62'));
	});

	it('stirs colours evenly', () => {
		expect(mix(black, white, 0.5)).toEqual([127.5, 127.5, 127.5]);
	});
});

describe('the neutral palettes', () => {
	it.each([
		['light', lightPalette],
		['dark', darkPalette]
	])('keeps words at 4.5 and edges at 3 in the %s theme', (_, palette) => {
		const grounds = [palette.paper, palette.ground, palette.soft].map(colour);
		for (const ground of grounds) {
			for (const word of [palette.ink, palette.muted, palette.danger]) {
				expect(contrast(colour(word), ground)).toBeGreaterThanOrEqual(4.5);
			}
			expect(contrast(colour(palette.edge), ground)).toBeGreaterThanOrEqual(3);
		}
		expect(contrast(colour(palette.ink), colour(palette['danger-soft']))).toBeGreaterThanOrEqual(4.5);
	});
});
