// A message that was not accepted, as a refusal that people can act on.
import type { ProblemCode } from '../../contract/problems.ts';
import { refuse } from '../../contract/result.ts';
import type { DeliveryFailure, Refusal } from './ports.ts';

const problems = {
	'rate-limited': 'connector.rate_limit_exceeded',
	'number-rejected': 'connector.number_rejected',
	'country-not-supported': 'connector.country_not_supported',
	configuration: 'connector.general',
	'template-not-found': 'connector.template_not_found',
	provider: 'connector.general',
	unreachable: 'connector.general',
	unconfirmed: 'connector.general',
	'no-connector': 'connector.not_found'
} as const satisfies Record<DeliveryFailure, ProblemCode>;

export function deliveryProblem(reason: DeliveryFailure): ProblemCode {
	return problems[reason];
}

/** `type` says what it was for: a number, or an address. */
export function refuseUnsent({ reason, retryAfter }: Pick<Refusal, 'reason' | 'retryAfter'>, type: 'sms' | 'email') {
	return refuse(deliveryProblem(reason), { data: { type, ...(retryAfter && { retryAfter }) } });
}
