// The list of what a new password needs: rows get their tick while it is typed. The server says the numbers, and
// decides; what only it can know, such as a password that is easy to guess, keeps its dot.
import { measurePassword } from '../../contract/measure-password.ts';

/** Whoever is still typing is not interrupted. */
const pauseMs = 1_000;

export class PasswordRules extends HTMLElement {
	connectedCallback() {
		const input = this.closest('form')?.querySelector<HTMLInputElement>('[autocomplete=new-password]');
		const status = this.querySelector('[role=status]');
		const rows = [...this.querySelectorAll('li')];
		if (!input || !status) return;
		let said: Element[] = [];
		let pause: ReturnType<typeof setTimeout>;

		const mark = () => {
			const { length, types } = measurePassword(input.value);
			for (const row of rows) {
				const { length: least = Infinity, types: leastTypes = Infinity } = row.dataset;
				row.toggleAttribute('data-met', length >= Number(least) || types >= Number(leastTypes));
			}
		};
		const say = () => {
			const met = rows.filter((row) => row.hasAttribute('data-met'));
			const news = met.filter((row) => !said.includes(row));
			if (news.length > 0) status.textContent = news.map((row) => row.textContent).join(' ');
			said = met;
		};

		/** What was said and is not true any more is not there to be read. */
		const takeBack = () => {
			const still = said.filter((row) => row.hasAttribute('data-met'));
			if (still.length < said.length) status.textContent = '';
			said = still;
		};

		input.addEventListener('input', () => {
			mark();
			takeBack();
			clearTimeout(pause);
			pause = setTimeout(say, pauseMs);
		});
		// A browser may have filled it in already.
		mark();
	}
}
