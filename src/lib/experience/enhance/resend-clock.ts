// The wait for another code, counted down in the button's own text; its end is announced once.

export class ResendClock extends HTMLElement {
	connectedCallback() {
		const button = this.querySelector('button');
		const status = this.querySelector('[role=status]');
		const { wait, most, counting = '', ready = '' } = this.dataset;
		const until = Date.now() + Number(wait) * 1000;
		if (!button || !status || !(Number(wait) > 0)) return;
		const label = button.textContent;

		const isWaiting = () => Date.now() < until;
		const tick = () => {
			if (isWaiting()) {
				const left = Math.ceil((until - Date.now()) / 1000);
				button.textContent = counting.replace('{time}', formatClock(Math.min(left, Number(most ?? wait))));
				return;
			}
			clearInterval(timer);
			button.textContent = label;
			button.removeAttribute('aria-disabled');
			status.textContent = ready;
		};

		// Not `disabled`: that would take the focus away from whoever waits on it.
		button.setAttribute('aria-disabled', 'true');
		button.addEventListener('click', (event) => isWaiting() && event.preventDefault());
		const timer = setInterval(tick, 1000);
		tick();
	}
}

/** `0:42`, as timers are written everywhere. */
function formatClock(seconds: number): string {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
