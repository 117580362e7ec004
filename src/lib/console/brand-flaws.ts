// What there is to object to in a brand before it is published, each with the nearest value that passes where there is one.
import { contrast, parseHex, readableOn, toHex, type Rgb } from '../experience/theme/contrast.ts';
import { darkPalette, lightPalette } from '../experience/theme/palette.ts';

/** WCAG 2.2, 1.4.3. */
const ratioOfText = 4.5;
/** A logo is drawn 28 pixels high; dense screens show twice and three times as many. */
const lowestLogo = 56;
/** Beyond this a name beside it has no room on a phone. */
const widestLogo = 5;

export type ColourFlaw = { ratio: number; nearest: string };

/** Links and outlines are drawn in the brand's colour: on the lightest and on the darkest ground that pages have. */
export function colourFlaw(colour: string, theme: 'light' | 'dark'): ColourFlaw | undefined {
	const shade = parseHex(colour);
	if (!shade) return undefined;
	const { paper, ground, soft } = theme === 'light' ? lightPalette : darkPalette;
	const grounds = [paper, ground, soft].map((value) => parseHex(value) as Rgb);
	const ratio = Math.min(...grounds.map((below) => contrast(shade, below)));
	if (ratio >= ratioOfText) return undefined;
	return { ratio: Math.floor(ratio * 10) / 10, nearest: toHex(readableOn(shade, grounds, ratioOfText)) };
}

/** Less than this is no burden to the pages that carry it. */
const lightData = 2048;

/** Characters of a picture that stands in every page as data, where they are many. */
export function carriedFlaw(picture: string): number | undefined {
	return picture.startsWith('data:') && picture.length > lightData ? picture.length : undefined;
}

export type PictureFlaw = 'small' | 'wide' | 'high';

/** Pixels of a logo as it is drawn by a browser. */
export function pictureFlaw({ width, height }: { width: number; height: number }): PictureFlaw | undefined {
	if (width > height * widestLogo) return 'wide';
	if (height > width * 2) return 'high';
	return height < lowestLogo ? 'small' : undefined;
}

type Size = { width: number; height: number };

/** A drawing, which is as sharp at any size. */
export const isDrawing = (picture: string) => /^data:image\/svg\+xml|\.svg(?:[?#]|$)/.test(picture);

/**
 * The same logo without its flaw, where drawing it anew can take it: with transparent room around it, or larger where it is
 * a drawing. Pixels that are not there cannot be had.
 */
export function mendedLogo(flaw: PictureFlaw, { width, height }: Size): Size & { sheet: Size } {
	if (flaw === 'wide') {
		return { width, height, sheet: { width, height: Math.ceil(width / widestLogo) } };
	}
	if (flaw === 'high') return { width, height, sheet: { width: Math.ceil(height / 2), height } };
	const scale = (3 * lowestLogo) / height;
	const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
	return { ...size, sheet: size };
}
