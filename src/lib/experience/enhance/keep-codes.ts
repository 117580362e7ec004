// Backup codes, or the key of an app: copied or printed. Downloading is a plain link.

/** Long enough to be read. */
const saidMs = 2_000;

export class KeepCodes extends HTMLElement {
	private timer: ReturnType<typeof setTimeout> | undefined;

	connectedCallback() {
		for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-act]')) {
			const label = button.textContent;
			button.hidden = false;
			button.addEventListener('click', () =>
				button.dataset.act === 'print' ? print() : void this.copy(button, label)
			);
		}
	}

	private async copy(button: HTMLButtonElement, label: string) {
		const shown = [...(this.previousElementSibling?.querySelectorAll('li, bdi') ?? [])];
		// A key is shown in groups of four.
		const codes = shown.map((item) => item.textContent.replaceAll(' ', ''));
		try {
			await navigator.clipboard.writeText(codes.join('\n'));
			this.say(button, label);
		} catch {
			select(shown);
		}
	}

	private say(button: HTMLButtonElement, label: string) {
		const { copied = '' } = this.dataset;
		const write = (word: string, news: string) => {
			// Whichever word is the longer: what stands beside it stays.
			button.style.minWidth = `${button.getBoundingClientRect().width}px`;
			button.textContent = word;
			const status = this.querySelector('[role=status]');
			if (status) status.textContent = news;
		};
		write(copied, copied);
		clearTimeout(this.timer);
		this.timer = setTimeout(write, saidMs, label, '');
	}
}

/** Browsers inside other apps may not let a page copy: then one press of theirs does. */
function select(items: Element[]) {
	const [first, last] = [items[0], items.at(-1)];
	if (first && last) getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length);
}
