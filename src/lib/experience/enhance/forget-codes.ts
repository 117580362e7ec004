/** Back brings a page as it was left: the code on it has been sent, or is one that is good still. */
export function forgetCodes(): void {
	addEventListener('pageshow', ({ persisted }) => {
		if (!persisted) return;
		for (const input of document.querySelectorAll<HTMLInputElement>('input[name=code]')) input.value = '';
	});
}
