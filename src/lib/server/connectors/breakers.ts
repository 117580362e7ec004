// One breaker a configured connector, in this process: each process finds out for itself, with five messages at most.
import { admit, closedBreaker, observe, type Breaker } from '../core/rules/breaker.ts';
import type { Delivery, DeliveryFailure, Log } from '../usecases/ports.ts';
import { observedOf } from './judge-delivery.ts';

export type Breakers = {
	/** Whole seconds until the connector is tried again; undefined when it may be now. Changes nothing. */
	waitFor(id: string): number | undefined;
	/** The same, for a message that is handed over at once when there is no wait: `report` tells what became of it. */
	enter(id: string): number | undefined;
	report(id: string, delivery: Delivery): void;
};

export function createBreakers({ log, now }: { log: Log; now: () => number }): Breakers {
	const breakers = new Map<string, Breaker>();
	const of = (id: string) => breakers.get(id) ?? closedBreaker;
	return {
		waitFor(id) {
			const admission = admit(of(id), now());
			return admission.admitted ? undefined : admission.retryAfter;
		},
		enter(id) {
			const admission = admit(of(id), now());
			if (!admission.admitted) return admission.retryAfter;
			breakers.set(id, admission.breaker);
			return undefined;
		},
		report(id, delivery) {
			const before = of(id);
			const after = observe(before, observedOf(delivery), now());
			breakers.set(id, after);
			const reason: DeliveryFailure | undefined = delivery.ok ? undefined : delivery.reason;
			if (after.openedAt !== before.openedAt) {
				if (after.openedAt === undefined) log.info('connector.resumed', { connector: id });
				else log.warn('connector.paused', { connector: id, reason, seconds: 30 });
			}
		}
	};
}
