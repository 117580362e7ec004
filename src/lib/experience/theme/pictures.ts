// Which of a brand's pictures a page may show: those for dark pages only where its pages can be dark.
import type { Settings } from '../../contract/settings.ts';
import type { BrandOptions } from './brand.ts';

type Pictures = { logoUrl?: string; darkLogoUrl?: string; artworkUrl?: string; darkArtworkUrl?: string };

/** A page follows the device where both are left to it; a preview of one theme gets the pictures of that one alone. */
export function picturesFor<Brand extends Pictures>(
	brand: Brand,
	{ isDarkModeEnabled }: Pick<Settings['color'], 'isDarkModeEnabled'>,
	theme: BrandOptions['theme'] = 'auto'
): Brand {
	if (theme === 'auto' && isDarkModeEnabled) return brand;
	const { logoUrl, darkLogoUrl, artworkUrl, darkArtworkUrl } = brand;
	const only =
		theme === 'dark'
			? { logoUrl: darkLogoUrl ?? logoUrl, artworkUrl: darkArtworkUrl ?? artworkUrl }
			: { logoUrl, artworkUrl };
	return { ...brand, ...only, darkLogoUrl: undefined, darkArtworkUrl: undefined };
}
