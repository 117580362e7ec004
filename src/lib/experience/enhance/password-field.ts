// The password field: shown on demand, hidden again when it is sent, empty when Back brings it again, and a word when Caps
// Lock is on.

export class PasswordField extends HTMLElement {
	connectedCallback() {
		const input = this.querySelector('input');
		const button = this.querySelector('button');
		const hint = this.querySelector('[role=status]');
		if (!input || !button || !hint) return;
		const { hide = '', showLabel = '', hideLabel = '', caps = '' } = this.dataset;
		const { show = '' } = button.dataset;

		const reveal = (isShown: boolean) => {
			input.type = isShown ? 'text' : 'password';
			button.textContent = isShown ? hide : show;
			button.setAttribute('aria-label', isShown ? hideLabel : showLabel);
		};
		const look = (event: Event) => {
			// Filling in by a password manager comes as an event without keys.
			if (!(event instanceof KeyboardEvent)) return;
			const isOn = event.getModifierState('CapsLock');
			hint.textContent = isOn ? caps : '';
		};

		button.addEventListener('click', () => reveal(input.type === 'password'));
		// The keyboard of a phone stays where it is.
		button.addEventListener('mousedown', (event) => event.preventDefault());
		input.addEventListener('keydown', look);
		input.addEventListener('keyup', look);
		// What is kept by the browser as typed text is no secret any more.
		input.form?.addEventListener('submit', () => reveal(false));
		addEventListener('pageshow', (event) => {
			reveal(false);
			// Back brings this very page, as it was left: whoever sits there now reads no password of before.
			if (!event.persisted) return;
			input.value = '';
			input.dispatchEvent(new Event('input'));
		});
		reveal(false);
	}
}
