// The phone field: names lead the country list, and a number that brings its dialling code sets the country.
import { splitDialling } from './dialling-code.ts';

export class PhoneField extends HTMLElement {
	connectedCallback() {
		const select = this.querySelector('select');
		const input = this.querySelector('input');
		const shown = this.querySelector<HTMLElement>('.dial');
		if (!select || !input || !shown) return;

		// Without script the code leads and fills the closed list; now it is drawn apart, and typing finds names.
		const offered = [...select.options].map((option) => {
			const [dial = '', name = ''] = option.text.split(/[\u2003\u2007]+/);
			option.text = `${name} ${dial}`;
			return { country: option.value, dial };
		});
		const show = () => {
			shown.textContent = offered[select.selectedIndex]?.dial ?? '';
		};
		const split = () => {
			const found = splitDialling(input.value, offered, select.value);
			if (!found) return;
			select.value = found.country;
			input.value = found.national;
			show();
		};

		select.addEventListener('change', show);
		input.addEventListener('change', split);
		input.addEventListener('input', (event) => {
			// Pasted or filled in at once; somebody who types `+4` has not finished yet.
			if (!(event instanceof InputEvent) || event.inputType !== 'insertText') setTimeout(split);
		});
		// A browser may bring back another choice than the page was sent with.
		addEventListener('pageshow', show);
		show();
	}
}
