// One step about second factors: the account and what it has are facts of every one of them.
import type { FactorType } from '../../../contract/factors.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { FactorEvent } from '../../core/interaction/factor-events.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import { whyNoProof, type FactorFacts } from '../../core/rules/factors/records.ts';
import type { Caller, Services, StoreScope } from '../ports.ts';
import { findHolder, type WithFactors } from '../recall.ts';
import type { Stepped } from '../save-decision.ts';
import { step } from '../step.ts';
import { factsOf } from './find-facts.ts';

/**
 * Whether the decision will look at a proof of this factor at all. Asked before anything is taken: what cannot be used
 * is not used up, and forgives nothing.
 */
type Admits = (type: FactorType) => boolean;

type Happened = FactorEvent extends infer One ? (One extends FactorEvent ? Omit<One, 'facts' | 'at'> : never) : never;

/**
 * `happened` runs inside the step's transaction: what is good once is taken there, and given back when it fails.
 * `open` is what the request has seen a moment ago; whoever comes in between makes the step look again.
 */
export async function factorStep(
	services: Services,
	caller: Caller,
	open: WithFactors,
	happened: (before: Interaction, facts: FactorFacts, scope: StoreScope, admits: Admits) => Promise<Result<Happened>>
): Promise<Result<Stepped>> {
	return step(
		services,
		caller,
		async (before, scope, policy) => {
			const facts = factsOf(before === open.interaction ? open.holder : await findHolder(before, scope));
			const { event, finished } = before;
			const admits: Admits = (type) => !!event && !finished && !whyNoProof({ ...before, event }, facts, type, policy);
			const result = await happened(before, facts, scope, admits);
			return result.ok ? ok({ ...result.value, facts, at: services.clock.now() } as FactorEvent) : result;
		},
		{ atomic: true }
	);
}
