// What a brand adds to a page's head besides colours: its icon, and its style sheet.
import type { Settings } from '../../contract/settings.ts';

const ownIcon = '<link rel="icon" href="/favicon.svg" type="image/svg+xml">';

/** Where the device prefers dark, the second link wins. */
export function iconLinks({ favicon, darkFavicon }: Settings['branding']): string {
	const light = favicon ? `<link rel="icon" href="${escape(favicon)}">` : ownIcon;
	const dark = darkFavicon && `<link rel="icon" href="${escape(darkFavicon)}" media="(prefers-color-scheme:dark)">`;
	return light + (dark || '');
}

/** Behind the pages' own styles, so that it has the last word. */
export function styleSheetLink(name: string | undefined): string {
	return name ? `<link rel="stylesheet" href="/branding/${escape(name)}">` : '';
}

function escape(text: string): string {
	return text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
