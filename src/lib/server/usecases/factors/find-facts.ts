// The identified account and its second factors, as facts of a decision. Not asked for where the settings know none.
import { ok, type Result } from '../../../contract/result.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import type { FactorFacts } from '../../core/rules/factors/records.ts';
import type { Caller, FactorHolder, Services, Settings, StoreScope } from '../ports.ts';
import { findHolder, findIdentified, recallWithFactors, recallWithUser } from '../recall.ts';

export function factsOf(holder: FactorHolder | undefined): FactorFacts {
	return { user: holder?.user, factors: holder?.factors ?? [] };
}

export async function findFacts(before: Interaction, scope: StoreScope, { mfa }: Settings): Promise<FactorFacts> {
	if (mfa.factors.length > 0) return factsOf(await findHolder(before, scope));
	return { user: await findIdentified(before, scope), factors: [] };
}

/** With the caller's interaction: one look-up. */
export async function recallWithFacts(
	services: Services,
	caller: Caller
): Promise<Result<{ interaction: Interaction; facts: FactorFacts }>> {
	const { mfa } = await services.settings();
	if (mfa.factors.length === 0) {
		const open = await recallWithUser(services, caller);
		return open.ok ? ok({ interaction: open.value.interaction, facts: { user: open.value.user, factors: [] } }) : open;
	}
	const open = await recallWithFactors(services, caller);
	return open.ok ? ok({ interaction: open.value.interaction, facts: factsOf(open.value.holder) }) : open;
}
