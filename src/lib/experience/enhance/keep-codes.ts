// Backup codes, or the key of an app: copied or printed. Downloading is a plain link.

export class KeepCodes extends HTMLElement {
	connectedCallback() {
		for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-act]')) {
			button.hidden = false;
			button.addEventListener('click', () => (button.dataset.act === 'print' ? print() : void this.copy(button)));
		}
	}

	private async copy(button: HTMLButtonElement) {
		const shown = [...(this.previousElementSibling?.querySelectorAll('li, bdi') ?? [])];
		// A key is shown in groups of four.
		const codes = shown.map((item) => item.textContent.replaceAll(' ', ''));
		await navigator.clipboard.writeText(codes.join('\n'));
		button.textContent = this.dataset.copied ?? '';
	}
}
