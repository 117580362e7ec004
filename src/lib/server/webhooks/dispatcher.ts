// Empties the outbox of the webhooks: each delivery is tried, and again after longer and longer waits.
import type { Clock, HookDelivery, HookStore, Log, Posted, Webhooks } from '../usecases/ports.ts';

type Parts = { hooks: HookStore; clock: Clock; log: Log; post: Webhooks['post'] };

const pollMs = 1000;
const together = 10;
/** Longer than an attempt may take: whoever died over it leaves it to others then. */
const claimedMs = 60_000;
const defaultRetries = 3;
const firstWaitMs = 10_000;
const longestWaitMs = 3_600_000;

/** 10 s, a minute, six minutes, half an hour, an hour … */
export function waitBefore(attempt: number): number {
	return Math.min(firstWaitMs * 6 ** (attempt - 1), longestWaitMs);
}

export function startDispatcher({ hooks, clock, log, post }: Parts): { stop(): Promise<void> } {
	let running: Promise<void> | undefined;
	let isStopped = false;

	async function attempt(delivery: HookDelivery): Promise<void> {
		const hook = await hooks.find(delivery.hookId);
		const posted: Posted = hook?.enabled ? await post(hook, delivery.body) : { ok: false, error: 'hook-gone' };
		const retries = hook?.config.retries ?? defaultRetries;
		const next = judge(delivery, posted, { retries, at: clock.now() });
		await hooks.settle(next);
		if (posted.ok) return;
		const { hookId, event, attempts, status } = next;
		log.warn('webhook.failed', { hookId, event, attempts, status, error: posted.error, answer: posted.status });
	}

	async function drain(): Promise<void> {
		// Remembered: where there is nobody to tell, the database is left alone.
		if ((await hooks.enabled()).length === 0) return;
		while (!isStopped) {
			const at = clock.now();
			const due = await hooks.claim({ at, until: at + claimedMs, limit: together });
			await Promise.all(due.map(attempt));
			if (due.length < together) return;
		}
	}

	function poll(): void {
		running ??= drain()
			.catch((error: unknown) => log.warn('webhooks could not be delivered', { error }))
			.finally(() => (running = undefined));
	}

	const timer = setInterval(poll, pollMs);
	timer.unref();
	return {
		async stop() {
			isStopped = true;
			clearInterval(timer);
			await running;
		}
	};
}

/** What becomes of a delivery after its latest attempt. Its body goes with the last one: it tells of people. */
export function judge(
	delivery: HookDelivery,
	posted: Posted,
	{ retries, at }: { retries: number; at: number }
): HookDelivery {
	const tried = { ...delivery, responseStatus: posted.status, error: posted.ok ? undefined : posted.error };
	if (posted.ok) return { ...tried, status: 'delivered', body: '' };
	const isOver = delivery.attempts > retries || posted.error === 'not-allowed' || posted.error === 'hook-gone';
	if (isOver) return { ...tried, status: 'failed', body: '' };
	return { ...tried, nextAt: at + waitBefore(delivery.attempts) };
}
