// The code field: keeps digits only, marks the current box, and goes on by itself when all six are there, unless its
// form asks something else.
import { isComplete, normalizeCode } from './normalize-code.ts';
import { readMessage } from './read-message.ts';

export class CodeField extends HTMLElement {
	connectedCallback() {
		const input = this.querySelector('input');
		if (!input) return;
		const boxes = [...this.querySelectorAll('i')];

		const markCurrent = () => {
			const current = document.activeElement === input ? Math.min(input.value.length, boxes.length - 1) : -1;
			boxes.forEach((box, index) => box.toggleAttribute('data-current', index === current));
		};
		const accept = (text: string) => {
			// Whoever types again has read what was wrong.
			this.removeAttribute('data-invalid');
			const code = normalizeCode(text);
			if (code !== input.value) input.value = code;
			markCurrent();
			if (isComplete(code) && !input.form?.querySelector('[type=checkbox]')) input.form?.requestSubmit();
		};

		input.addEventListener('input', (event) => {
			// An input method still holds the text: rewriting it now would drop characters.
			if (!(event instanceof InputEvent && event.isComposing)) accept(input.value);
		});
		input.addEventListener('compositionend', () => accept(input.value));
		input.addEventListener('paste', (event) => {
			const text = event.clipboardData?.getData('text') ?? '';
			if (!/\d/.test(text.normalize('NFKC'))) return;
			event.preventDefault();
			accept(text);
		});
		input.addEventListener('focus', markCurrent);
		input.addEventListener('blur', markCurrent);
		// Back brings this very page, without its code.
		addEventListener('pageshow', markCurrent);
		markCurrent();
		if (this.hasAttribute('data-message')) readMessage(input.form, accept);
	}
}
