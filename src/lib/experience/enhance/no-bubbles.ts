// What is missing or wrong is said by the server, under the field and in the page's language. Browsers would say it in
// their own, in a bubble, before the form is sent.

export function silenceBubbles() {
	for (const form of document.forms) {
		// A date that is half typed is sent as if it were empty: only the browser can tell.
		form.noValidate = !form.querySelector('[type=date]');
	}
}
