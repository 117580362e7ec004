// What pages ask next of a second factor: to show one, or to set one up. The same rules that decide at submit.
import type { FactorOffer, SecondStep } from '../../../contract/factors.ts';
import type { InteractionAnswer } from '../../../contract/schemas.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import { bindableFactors, withStaged } from '../../core/rules/factors/owned.ts';
import { mayTrust, offersTrust } from '../../core/rules/factors/devices.ts';
import { ownerOf, whyPending, type FactorFacts } from '../../core/rules/factors/records.ts';
import { isMandatory } from '../../core/rules/factors/required.ts';
import type { Settings } from '../ports.ts';

type TrustOffer = InteractionAnswer['trustedDevice'];

export function readSecondStep(
	state: Interaction,
	facts: FactorFacts,
	settings: Settings,
	now: number
): { secondStep?: SecondStep; factorOffer?: FactorOffer; trustedDevice?: TrustOffer } {
	const { event, finished } = state;
	if (!event || finished || settings.mfa.factors.length === 0) return {};
	const started = { ...state, event };
	const owner = ownerOf(started, facts);
	if (!owner) return {};
	const pending = whyPending(started, facts, owner, settings);
	const canCreate = offersTrust(started, settings) && (pending !== undefined || mayTrust(started, facts, settings));
	const { durationDays } = settings.trustedDevice;
	const trustedDevice = settings.trustedDevice.enabled ? { canCreate, durationDays } : undefined;
	if (pending) return { secondStep: pending.data as SecondStep, trustedDevice };
	const future = withStaged(owner, state.factors, now);
	return {
		trustedDevice,
		factorOffer: { availableFactors: bindableFactors(future, settings), skippable: !isMandatory(settings) }
	};
}
