import { describe, expect, it } from 'vitest';
import { carriedFlaw, colourFlaw, mendedLogo, pictureFlaw } from './brand-flaws.ts';

describe('a brand’s colour', () => {
	it('passes where text in it can be read', () => {
		expect(colourFlaw('#0d6e62', 'light')).toBeUndefined();
		expect(colourFlaw('#57c9b6', 'dark')).toBeUndefined();
		expect(colourFlaw('no colour', 'light')).toBeUndefined();
	});

	it.each([
		['#fde047', 'light'],
		['#9ca3af', 'light'],
		['#1d4ed8', 'dark'],
		['#000', 'dark']
	] as const)('%s on %s is objected to, with a shade that passes', (colour, theme) => {
		const flaw = colourFlaw(colour, theme);
		expect(flaw?.ratio).toBeLessThan(4.5);
		expect(colourFlaw(flaw?.nearest ?? '', theme)).toBeUndefined();
		expect(flaw?.nearest).not.toBe('');
	});
});

describe('a brand’s logo', () => {
	it('is light where every page carries it', () => {
		expect(carriedFlaw(`data:image/png;base64,${'A'.repeat(5000)}`)).toBe(5022);
		expect(carriedFlaw('data:image/png;base64,AAAA')).toBeUndefined();
		expect(carriedFlaw(`/assets/${'a'.repeat(3000)}.png`)).toBeUndefined();
	});

	it('is large enough for dense screens, and of a shape that leaves room for a name', () => {
		expect(pictureFlaw({ width: 128, height: 128 })).toBeUndefined();
		expect(pictureFlaw({ width: 280, height: 56 })).toBeUndefined();
		expect(pictureFlaw({ width: 28, height: 28 })).toBe('small');
		expect(pictureFlaw({ width: 900, height: 100 })).toBe('wide');
		expect(pictureFlaw({ width: 100, height: 300 })).toBe('high');
	});

	it.each([
		{ width: 900, height: 100 },
		{ width: 100, height: 300 },
		{ width: 28, height: 28 }
	])('has no flaw once it is mended: $width x $height', (size) => {
		const flaw = pictureFlaw(size);
		const { width, height, sheet } = mendedLogo(flaw ?? 'small', size);
		expect(pictureFlaw(sheet)).toBeUndefined();
		expect(width / height).toBeCloseTo(size.width / size.height);
		expect(sheet.width >= width && sheet.height >= height).toBe(true);
	});
});
