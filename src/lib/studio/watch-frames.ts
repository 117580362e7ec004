// Runs in the studio: writes below each frame what the preview in it says does not fit.
import { readFit, type Fit } from './fit.ts';

addEventListener('message', ({ origin, source, data }) => {
	if (origin !== location.origin) return;
	const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
	const place = frame && document.querySelector(`[data-flaws-of="${frame.name}"]`);
	const fit = readFit(data);
	if (place && fit) place.textContent = sentencesOf(fit).join('\n');
});

function sentencesOf({ wide, cut }: Fit): string[] {
	return [
		...(wide > 0 ? [`${wide} px wider than the frame`] : []),
		...cut.map(({ text }) => `“${text}” loses its end`)
	];
}
