// What pages ask next of a second factor: to show one, or to set one up. The same rules that decide at submit.
import type { FactorOffer, SecondStep } from '../../../contract/factors.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import { bindableFactors, withStaged } from '../../core/rules/factors/owned.ts';
import { ownerOf, whyPending } from '../../core/rules/factors/records.ts';
import { isMandatory } from '../../core/rules/factors/required.ts';
import type { Services, Settings } from '../ports.ts';
import { findFactorFacts } from './find-facts.ts';

export async function readSecondStep(
	services: Services,
	state: Interaction,
	settings: Settings
): Promise<{ secondStep?: SecondStep; factorOffer?: FactorOffer }> {
	const { event, finished } = state;
	if (!event || finished || settings.mfa.factors.length === 0) return {};
	const started = { ...state, event };
	const facts = await findFactorFacts(started, services.store, settings);
	const owner = ownerOf(started, facts);
	if (!owner) return {};
	const pending = whyPending(started, facts, owner, settings);
	if (pending) return { secondStep: pending.data as SecondStep };
	const future = withStaged(owner, state.factors, services.clock.now());
	return { factorOffer: { availableFactors: bindableFactors(future, settings), skippable: !isMandatory(settings) } };
}
