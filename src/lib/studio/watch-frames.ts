// Runs in the studio: writes below each frame what the preview in it says does not fit.
import { readFit, type Fit } from './fit.ts';

addEventListener('message', ({ origin, source, data }) => {
	if (origin !== location.origin) return;
	const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
	const place = frame && document.querySelector<HTMLElement>(`[data-flaws-of="${frame.name}"]`);
	const fit = readFit(data);
	if (place && fit) place.textContent = sentencesOf(fit, place.dataset).join('\n');
});

/** The page has its sentences in its reader's language. */
function sentencesOf({ wide, cut }: Fit, say: DOMStringMap): string[] {
	return [
		...(wide > 0 ? [(say.wide ?? '').replace('{pixels}', String(wide))] : []),
		...cut.map(({ text }) => (say.cut ?? '').replace('{text}', () => text))
	];
}
