// Presses the button of a form that only hands something over.

export function pressAutoSubmit() {
	document.querySelector<HTMLFormElement>('form[data-enhance=auto-submit]')?.requestSubmit();
}
