// The identified account and its second factors, as they are now. Not asked for where the settings know none.
import type { Interaction } from '../../core/interaction/state.ts';
import type { FactorFacts } from '../../core/rules/factors/records.ts';
import type { Settings, StoreScope, User } from '../ports.ts';

export async function findFactorFacts(
	{ userId }: Interaction,
	scope: StoreScope,
	settings: Settings
): Promise<FactorFacts> {
	const user = userId ? await scope.users.find(userId) : undefined;
	return { user, factors: await findFactors(user, scope, settings) };
}

export async function findFactors(user: User | undefined, scope: StoreScope, { mfa }: Settings) {
	return user && mfa.factors.length > 0 ? scope.factors.list(user.id) : [];
}
