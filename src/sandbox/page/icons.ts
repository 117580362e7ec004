// The drawings of the inbox page.
import type { Html } from './html.ts';

/** Foyer's mark: one arch inside another. */
export const arch: Html = {
	markup:
		'<svg viewBox="0 0 28 28" fill="none" stroke="currentColor" stroke-width="2.4" aria-hidden="true"><path d="M5 25V12a9 9 0 0 1 18 0v13M10.5 25V13.5a3.5 3.5 0 0 1 7 0V25M2.5 25h23"/></svg>'
};

export const speechBubble: Html = {
	markup:
		'<svg viewBox="0 0 48 48" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" aria-hidden="true"><path d="M10 9h28a5 5 0 0 1 5 5v15a5 5 0 0 1-5 5H22l-9 7v-7h-3a5 5 0 0 1-5-5V14a5 5 0 0 1 5-5Z"/><path d="M16 21.5h.01M24 21.5h.01M32 21.5h.01" stroke-width="4" stroke-linecap="round"/></svg>'
};

/** A browser tab shows it; the colour is Foyer's, since a tab has no theme of ours. */
export const favicon =
	"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28' fill='none' stroke='%230d6e62' stroke-width='2.4'%3E%3Cpath d='M5 25V12a9 9 0 0 1 18 0v13M10.5 25V13.5a3.5 3.5 0 0 1 7 0V25M2.5 25h23'/%3E%3C/svg%3E";
