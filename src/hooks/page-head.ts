// What a brand puts into a page's head: its colours, its icon and its style sheet.
import { brandCss } from '$lib/experience/theme/brand.ts';
import { iconLinks, styleSheetLink } from '$lib/experience/theme/head.ts';
import { defaultSettings, type Settings } from '$lib/contract/settings.ts';
import { services } from '$lib/server/services.ts';
import { styleSheetOf } from '$lib/server/usecases/read-custom-css.ts';
import { settingsFor } from '$lib/server/usecases/settings-for.ts';

export type Head = { brand: string; icon: string; sheet: string };

/** A page that cannot read the settings is a page nevertheless. */
export async function pageHead(applicationId: string | null): Promise<Head> {
	try {
		const app = await services();
		const settings = await settingsFor(app, applicationId);
		const { color, branding } = settings;
		const sheet = styleSheetLink(styleSheetOf(app, settings)?.name);
		return { brand: brandOf(color, branding), icon: iconLinks(branding), sheet };
	} catch {
		const { color, branding } = defaultSettings;
		return { brand: brandOf(color, branding), icon: iconLinks(branding), sheet: '' };
	}
}

export function previewHead(look: NonNullable<App.Locals['look']>): Head {
	return { brand: brandCss(look.color, look), icon: iconLinks(defaultSettings.branding), sheet: '' };
}

/** Finding readable shades takes longer than all else in the page's head. Settings are the same object for a while. */
const brands = new WeakMap<Settings['color'], { css: string; radius: number | undefined }>();

function brandOf(color: Settings['color'], { cornerRadius: radius }: Settings['branding']): string {
	const known = brands.get(color);
	if (known && known.radius === radius) return known.css;
	const css = brandCss(color, { radius });
	brands.set(color, { css, radius });
	return css;
}
