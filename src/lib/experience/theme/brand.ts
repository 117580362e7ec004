// Settings to CSS: the colours of a tenant as variables, each one checked, each text readable.
import type { Settings } from '../../contract/settings.ts';
import { black, mix, parseHex, readableOn, textOn, toHex, white, type Rgb } from './contrast.ts';
import { darkPalette, lightPalette, shadows } from './palette.ts';

export type BrandOptions = {
	/** A preview shows one theme; pages follow the device. */
	theme?: 'auto' | 'light' | 'dark';
	/** Corner radius of controls in pixels. */
	radius?: number;
	/** Of the panel beside the card: `#rgb` or `#rrggbb`; anything else is none. */
	artwork?: string;
};

const defaultPrimary = { light: '#0d6e62', dark: '#57c9b6' };
/** Almost black: softer than black on bright buttons. */
const deep: Rgb = [6, 26, 23];

/** The text of one `<style>` element. Emits nothing that a tenant wrote: only colours parsed and written anew. */
export function brandCss(
	color: Settings['color'],
	{ theme = 'auto', radius = 12, artwork = '' }: BrandOptions = {}
): string {
	const light = colourVariables('light', color.primaryColor);
	const dark = colourVariables('dark', color.darkPrimaryColor);
	const panel = parseHex(artwork);
	const corner = Number.isFinite(radius) ? Math.min(24, Math.max(0, Math.round(radius))) : 12;
	const shape = variables({ radius: `${corner}px`, ...(panel && { artwork: toHex(panel) }) });
	if (theme === 'dark') return `:root{color-scheme:dark;${shape}${dark}}`;
	if (theme === 'light' || !color.isDarkModeEnabled) return `:root{color-scheme:light;${shape}${light}}`;
	return `:root{color-scheme:light dark;${shape}${light}}@media(prefers-color-scheme:dark){:root{${dark}}}`;
}

function colourVariables(theme: 'light' | 'dark', primaryColor: string): string {
	const palette = theme === 'light' ? lightPalette : darkPalette;
	const primary = (parseHex(primaryColor) ?? parseHex(defaultPrimary[theme])) as Rgb;
	const neutral = [palette.paper, palette.ground, palette.soft].map((value) => parseHex(value) as Rgb);
	// Links stand on the tint, too, which is further from the paper than the others where the colour is strong.
	const tint = mix(neutral[0] as Rgb, readableOn(primary, neutral, 4.5), 0.08).map(Math.round) as Rgb;
	const grounds = [...neutral, tint];
	const onPrimary = textOn(primary, [white, deep]);
	// Away from the text's own colour, so that a pressed button reads better than a resting one.
	const pressed = onPrimary === white ? black : white;
	const accent = readableOn(primary, grounds, 4.5);
	return variables({
		...palette,
		primary: toHex(primary),
		'primary-hover': toHex(mix(primary, pressed, 0.1)),
		'primary-active': toHex(mix(primary, pressed, 0.2)),
		'primary-edge': toHex(readableOn(primary, grounds, 3)),
		'on-primary': toHex(onPrimary),
		accent: toHex(accent),
		tint: toHex(tint),
		focus: `${toHex(accent)}59`,
		shadow: shadows[theme]
	});
}

function variables(values: Record<string, string>): string {
	return Object.entries(values)
		.map(([name, value]) => `--foyer-${name}:${value};`)
		.join('');
}
