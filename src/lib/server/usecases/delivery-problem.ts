// A message that was not accepted, as a refusal that people can act on.
import type { ProblemCode } from '../../contract/problems.ts';
import type { DeliveryFailure } from './ports.ts';

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
