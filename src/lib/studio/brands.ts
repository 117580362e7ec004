// Brands to try the screens on: each one is hard on them in a way of its own.
import type { Settings } from '../contract/settings.ts';

export type Brand = {
	name: string;
	color: Settings['color'];
	/** Corner radius in pixels. */
	radius?: number;
	logoUrl?: string;
	darkLogoUrl?: string;
	artworkUrl?: string;
	darkArtworkUrl?: string;
	/** Of the panel beside the card. */
	artworkColor?: string;
};

const brand = (name: string, primaryColor: string, darkPrimaryColor: string, logoUrl?: string): Brand => ({
	name,
	color: { primaryColor, isDarkModeEnabled: true, darkPrimaryColor },
	logoUrl
});

/** A word in place of a mark, much wider than high. */
const wordmark = (color: string) =>
	`data:image/svg+xml;base64,${btoa(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 28"><rect width="120" height="28" rx="6" fill="${color}"/></svg>`
	)}`;

export const brands: Record<string, Brand> = {
	bookstore: brand('Bookstore', '#0d6e62', '#57c9b6'),
	/** With a panel beside the card. */
	harbour: { ...brand('Harbour', '#1d4ed8', '#8ab4ff'), artworkUrl: '/studio/harbour.svg', artworkColor: '#1e3a8a' },
	/** Too light for text on paper, and for white text on it. */
	canary: brand('Canary', '#fde047', '#fef08a'),
	/** No colour at all. */
	ink: brand('Ink & Paper', '#111111', '#f5f5f5'),
	/** A long name and a wide logo. */
	poppy: brand('The Poppy Field Trading Company of Little Wandering', '#c2410c', '#ffb38a', wordmark('#c2410c')),
	/** Never dark, with a mark for dark pages that its light ones would swallow. */
	daylight: {
		...brand('Daylight', '#7c3aed', '#c4b5fd', wordmark('#4c1d95')),
		color: { primaryColor: '#7c3aed', isDarkModeEnabled: false, darkPrimaryColor: '#c4b5fd' },
		darkLogoUrl: wordmark('#ffffff')
	}
};

/** What an installation looks like by its settings. */
export function brandOfSettings({ branding, color }: Pick<Settings, 'branding' | 'color'>): Brand {
	const name = branding.name ?? brands.bookstore?.name ?? '';
	return { ...branding, name, color, radius: branding.cornerRadius };
}

/** `#` is not needed: `?brand=7c3aed`. */
export function brandOf(wanted: string | null, own: Brand): Brand {
	if (wanted && /^[0-9a-f]{6}$/i.test(wanted)) return brand(own.name, `#${wanted}`, `#${wanted}`);
	return (wanted && Object.hasOwn(brands, wanted) ? brands[wanted] : undefined) ?? own;
}
