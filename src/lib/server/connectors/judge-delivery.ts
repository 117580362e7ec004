// What a delivery says about the connector, and whether another one may still be tried.
import type { Observed } from '../core/rules/breaker.ts';
import type { Delivery, DeliveryFailure } from '../usecases/ports.ts';

type Judgement = {
	observed: Observed;
	/** The message was provably not accepted, for a reason that another provider may not have. */
	mayFailOver: boolean;
};

const ofFailure: Record<DeliveryFailure, Judgement> = {
	// The number had its share: another provider would only help somebody who floods it.
	'rate-limited': { observed: 'answered', mayFailOver: false },
	'number-rejected': { observed: 'answered', mayFailOver: false },
	'country-not-supported': { observed: 'answered', mayFailOver: true },
	'template-not-found': { observed: 'answered', mayFailOver: true },
	'no-connector': { observed: 'answered', mayFailOver: true },
	configuration: { observed: 'failed', mayFailOver: true },
	provider: { observed: 'failed', mayFailOver: true },
	unreachable: { observed: 'failed', mayFailOver: true },
	// It may be on its way already.
	unconfirmed: { observed: 'failed', mayFailOver: false }
};

export function observedOf(delivery: Delivery): Observed {
	return delivery.ok ? 'accepted' : ofFailure[delivery.reason].observed;
}

export function mayFailOver(delivery: Delivery): boolean {
	return !delivery.ok && ofFailure[delivery.reason].mayFailOver;
}
