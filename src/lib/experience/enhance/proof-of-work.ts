// Proof of work: a second of hashing in small pieces, then the form goes on by itself. Nobody sees more than a moment.
import { showPending } from './pending-form.ts';
import { leadingZeroBits } from './sha256.ts';

/** Short enough that a tap in between is answered at once. */
const pieceMs = 24;

export class ProofOfWork extends HTMLElement {
	connectedCallback() {
		const form = this.closest('form');
		const input = this.querySelector('input');
		const { challenge = '', bits, wait } = this.dataset;
		if (!form || !input) return;
		// A slow phone works no longer than others wait.
		const until = performance.now() + Number(wait) * 1000;
		let nonce = 0;

		const send = (found: string) => {
			delete form.dataset.pending;
			input.value = found;
			form.requestSubmit();
		};
		const work = () => {
			const pause = performance.now() + pieceMs;
			while (performance.now() < pause) {
				for (let tries = 0; tries < 256; tries++) {
					const found = (nonce++).toString(36);
					if (leadingZeroBits(`${challenge}.${found}`) >= Number(bits)) return send(found);
				}
			}
			if (performance.now() > until) send('');
			else setTimeout(work);
		};

		// Until then the button shows that something happens, and a press on it sends nothing.
		showPending(form);
		setTimeout(work);
	}
}
