// Colour arithmetic for brands: WCAG contrast, and the nearest shade that keeps it.

/** Channels from 0 to 255. */
export type Rgb = [red: number, green: number, blue: number];

export const white: Rgb = [255, 255, 255];
export const black: Rgb = [0, 0, 0];

/** `#rgb` or `#rrggbb`; anything else is no colour. */
export function parseHex(value: string): Rgb | undefined {
	const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value);
	const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value);
	const digits = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1);
	return digits?.map((pair) => Number.parseInt(pair, 16)) as Rgb | undefined;
}

export function toHex(colour: Rgb): string {
	return `#${colour.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** `amount` of `other` (0 to 1) stirred into `colour`. */
export function mix(colour: Rgb, other: Rgb, amount: number): Rgb {
	return colour.map((channel, index) => channel + ((other[index] ?? 0) - channel) * amount) as Rgb;
}

/** WCAG 2 contrast ratio, from 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
	const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (lighter + 0.05) / (darker + 0.05);
}

/** The shade nearest to `colour` that reads on every one of `grounds`; they must all be light or all be dark. */
export function readableOn(colour: Rgb, grounds: Rgb[], ratio: number): Rgb {
	const pole = luminance(grounds[0] ?? white) > 0.18 ? black : white;
	for (let amount = 0; amount < 1; amount += 0.02) {
		// Rounded as it will be written: a shade may not fall below the ratio by its last bit.
		const shade = mix(colour, pole, amount).map(Math.round) as Rgb;
		if (grounds.every((ground) => contrast(shade, ground) >= ratio)) return shade;
	}
	return pole;
}

/** The first of `candidates` that reads on `ground`, else black or white: one of them always does. */
export function textOn(ground: Rgb, candidates: Rgb[]): Rgb {
	const fitting = candidates.find((candidate) => contrast(candidate, ground) >= 4.5);
	return fitting ?? (contrast(white, ground) >= contrast(black, ground) ? white : black);
}

function luminance(colour: Rgb): number {
	const [red, green, blue] = colour.map((channel) => {
		const share = channel / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	}) as Rgb;
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
