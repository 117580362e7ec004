// Tries one connector after the other, for as long as nothing can have been accepted.
import type { Delivery, Refusal, Sent } from '../usecases/ports.ts';
import type { Breakers } from './breakers.ts';
import { mayFailOver } from './judge-delivery.ts';
import { paused, type Route } from './router.ts';

/** No further connector is tried after this long: the person has asked again by then, or gone. */
const mostMs = 8_000;
/** For one connector. Each has a bound of its own, and this is the one that holds when that fails. */
const attemptMs = 10_000;

type Attempt = (route: Route) => Promise<Delivery>;

/** The same message every time, so that whichever arrives has the code that counts. */
export async function failOver(routes: Route[], breakers: Breakers, attempt: Attempt): Promise<Sent> {
	const startedAt = performance.now();
	const refusals: Refusal[] = [];
	const waits: number[] = [];
	for (const route of routes) {
		if (refusals.length > 0 && performance.now() - startedAt > mostMs) break;
		const wait = breakers.enter(route.id);
		if (wait !== undefined) {
			waits.push(wait);
			continue;
		}
		const delivery = { ...(await bounded(attempt(route))), sentBy: route.id };
		breakers.report(route.id, delivery);
		if (delivery.ok || !mayFailOver(delivery)) return delivery;
		refusals.push(delivery);
	}
	return mostTelling(refusals) ?? paused(Math.min(...waits));
}

/** That a provider is down says more than that another one does not serve the country. */
function mostTelling(refusals: Refusal[]): Refusal | undefined {
	return refusals.find(({ reason }) => reason !== 'country-not-supported') ?? refusals[0];
}

async function bounded(delivery: Promise<Delivery>): Promise<Delivery> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<Delivery>((resolve) => {
		timer = setTimeout(() => resolve({ ok: false, reason: 'unconfirmed', detail: 'no-answer.too-late' }), attemptMs);
	});
	return Promise.race([delivery, late]).finally(() => clearTimeout(timer));
}
