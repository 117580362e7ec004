// How a preview is to look, by its address alone: no cookie and no header takes part.
import type { Settings } from '../contract/settings.ts';
import { directionOf, findLocale } from '../experience/i18n/locale.ts';
import { pseudoLocale } from '../experience/i18n/pseudo-locale.ts';
import { brandOf, type Brand } from './brands.ts';

export const themes = ['auto', 'light', 'dark'] as const;
export const directions = ['auto', 'ltr', 'rtl'] as const;
/** Of the frame in the studio: the narrowest phone, most phones, a tablet, a desktop. */
export const widths = [320, 390, 768, 1280];

export type Look = {
	locale: string;
	dir: 'ltr' | 'rtl';
	theme: (typeof themes)[number];
	color: Settings['color'];
	radius?: number;
	artwork?: string;
	/** The brand of this installation. */
	isOwn: boolean;
};

/** What is being prepared, which administrators alone may see. */
export const draftBrand = 'draft';
export const isDraft = (query: URLSearchParams) => query.get('brand') === draftBrand;

const pick = <Value extends string>(offered: readonly Value[], wanted: string | null): Value | undefined =>
	offered.find((one) => one === wanted);

export function readLook(query: URLSearchParams, own: Brand): { brand: Brand; look: Look } {
	const brand = brandOf(query.get('brand'), own);
	const locale = pick([pseudoLocale.code], query.get('lang')) ?? findLocale(query.get('lang')) ?? 'en';
	const dir = pick(['ltr', 'rtl'] as const, query.get('dir')) ?? directionOf(locale);
	return {
		brand,
		look: {
			locale,
			dir,
			theme: pick(themes, query.get('theme')) ?? 'auto',
			color: brand.color,
			radius: brand.radius,
			artwork: brand.artworkColor,
			isOwn: brand === own
		}
	};
}

/** What the studio's links carry on; everything else of its address is its own. */
export function lookQuery(query: URLSearchParams, changes: Record<string, string> = {}): string {
	const kept = ['theme', 'lang', 'brand', 'dir', 'token'].flatMap((name) => {
		const value = changes[name] ?? query.get(name);
		return value ? [[name, value]] : [];
	});
	return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

/** The studio's own address with another state in its frames. */
export function showQuery(query: URLSearchParams, show: string): string {
	return `?${new URLSearchParams([...[...query].filter(([name]) => name !== 'show'), ['show', show]])}`;
}
