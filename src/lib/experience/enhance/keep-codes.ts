// Backup codes: copied or printed. Downloading is a plain link.

export class KeepCodes extends HTMLElement {
	connectedCallback() {
		for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-act]')) {
			button.hidden = false;
			button.addEventListener('click', () => (button.dataset.act === 'print' ? print() : void this.copy(button)));
		}
	}

	private async copy(button: HTMLButtonElement) {
		const codes = [...(this.previousElementSibling?.querySelectorAll('li') ?? [])].map((item) => item.textContent);
		await navigator.clipboard.writeText(codes.join('\n'));
		button.textContent = this.dataset.copied ?? '';
	}
}
