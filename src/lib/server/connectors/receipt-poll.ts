// Asks for receipts a while after a message was accepted. What is waited for is in memory alone: a restart forgets it.
import type { Receipt } from '../usecases/ports.ts';

/** How long after the message, one after the other, until it is known. */
const askAfterMs = [30_000, 120_000, 600_000];
/** Each holds a number until it is known what became of its message: a few, and the newest. */
const mostWaiting = 200;
const lookEveryMs = 1_000;

type Asked = { sentAt: number; ask(): Promise<Omit<Receipt, 'at'> | undefined> };
type Parts = { now(): number; take(receipt: Receipt): Promise<unknown> };

export function createReceiptPoll({ now, take }: Parts) {
	let waiting: (Asked & { tries: number })[] = [];
	let timer: NodeJS.Timeout | undefined;

	async function ask(asked: Asked & { tries: number }): Promise<void> {
		const found = await asked.ask().catch(() => undefined);
		if (found) await take({ ...found, at: now() });
		else if (asked.tries + 1 < askAfterMs.length) wait({ ...asked, tries: asked.tries + 1 });
	}

	function wait(asked: Asked & { tries: number }) {
		waiting = [...waiting, asked].slice(-mostWaiting);
		timer ??= setInterval(look, lookEveryMs).unref();
	}

	function look() {
		const isDue = ({ sentAt, tries }: Asked & { tries: number }) => now() >= sentAt + (askAfterMs[tries] ?? 0);
		const due = waiting.filter(isDue);
		waiting = waiting.filter((asked) => !due.includes(asked));
		// What cannot be written is lost, like a receipt that never came.
		for (const asked of due) ask(asked).catch(() => undefined);
		if (waiting.length > 0) return;
		clearInterval(timer);
		timer = undefined;
	}

	return { watch: (asked: Asked) => wait({ ...asked, tries: 0 }) };
}
