// A form is sent once: the second press does nothing, the button shows that something happens.

/** Long enough for a slow network; then a press may count again. */
const patience = 15_000;

export function holdPendingForms() {
	document.addEventListener('submit', (event) => {
		const form = event.target;
		if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
		// Nothing is sent by such a button.
		if (event.submitter instanceof HTMLButtonElement && event.submitter.formMethod === 'dialog') return;
		// A preview only shows what would be pressed.
		if (form.closest('[data-preview]')) event.preventDefault();
		else if (form.dataset.enhance) send(form, event);
	});
	// The Back button may bring this very page back, as it was when it was left.
	addEventListener('pageshow', (event) => event.persisted && release());
}

function send(form: HTMLFormElement, event: SubmitEvent) {
	if (document.querySelector('form[data-pending]')) {
		event.preventDefault();
		return;
	}
	showPending(form, event.submitter);
	setTimeout(release, patience);
}

/** The button that was pressed says so; where script sends a form, the one that Enter would have pressed. */
export function showPending(form: HTMLFormElement, pressed: HTMLElement | null = null) {
	form.dataset.pending = '';
	(pressed ?? form.querySelector('button:default'))?.setAttribute('data-pending', '');
}

function release() {
	for (const waiting of document.querySelectorAll('[data-pending]')) waiting.removeAttribute('data-pending');
}
