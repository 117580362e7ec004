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

/** A brand to try has colours only; this installation's own also has its icon and its style sheet, and a draft the latter. */
export async function previewHead(look: NonNullable<App.Locals['look']>): Promise<Head> {
	const { icon, sheet } = look.isOwn
		? await pageHead(null)
		: { icon: iconLinks(defaultSettings.branding), sheet: await draftSheetLink(look.customCss ?? null) };
	return { brand: brandCss(look.color, look), icon, sheet };
}

async function draftSheetLink(customCss: string | null): Promise<string> {
	const sheet = styleSheetOf(await services(), { customCss });
	return styleSheetLink(sheet && `draft/${sheet.name}`);
}

/** Finding readable shades takes longer than all else in the page's head. Settings are the same object for a while. */
const brands = new WeakMap<Settings['color'], { css: string; radius?: number; artwork?: string }>();

function brandOf(
	color: Settings['color'],
	{ cornerRadius: radius, artworkColor: artwork }: Settings['branding']
): string {
	const known = brands.get(color);
	if (known && known.radius === radius && known.artwork === artwork) return known.css;
	const css = brandCss(color, { radius, artwork });
	brands.set(color, { css, radius, artwork });
	return css;
}
