// What is missing or wrong is said by the server, under the field and in the page's language. Browsers would say it in
// their own, in a bubble, before the form is sent.

export function silenceBubbles() {
	for (const form of document.forms) form.noValidate = true;
	// A date that is half typed is sent as if it were empty: only the browser can tell.
	document.addEventListener('submit', (event) => {
		const halfTyped = findHalfTypedDate(event.target as HTMLFormElement);
		if (!halfTyped || (event.submitter as HTMLButtonElement | null)?.formNoValidate) return;
		event.preventDefault();
		halfTyped.reportValidity();
	});
}

function findHalfTypedDate(form: HTMLFormElement): HTMLInputElement | undefined {
	return [...form.querySelectorAll<HTMLInputElement>('[type=date]')].find(({ validity }) => validity.badInput);
}
