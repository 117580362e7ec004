// Interactions: what use cases need of their store.
import type { Interaction } from '../../core/interaction/state.ts';
import type { User, UserIdentifier } from '../../core/user.ts';
import type { FactorHolder } from './factors.ts';

export type InteractionStore = {
	find(id: string): Promise<Interaction | undefined>;
	/** Together with the account that holds `identifier`: both at once cost what one does. */
	findWithHolder(
		id: string,
		identifier: UserIdentifier
	): Promise<{ interaction: Interaction; holderId: string | undefined } | undefined>;
	/** Together with the account that it has identified; undefined where there is none. */
	findWithUser(id: string): Promise<{ interaction: Interaction; user: User } | undefined>;
	/** The same with its second factors. */
	findWithFactors(id: string): Promise<{ interaction: Interaction; holder: FactorHolder } | undefined>;
	/**
	 * Compare-and-swap: writes `after` as version + 1 only if the stored version is still `before.version`.
	 * A `result` is written with it, as `setResult` would.
	 */
	replace(before: Interaction, after: Interaction, result?: Record<string, unknown>): Promise<boolean>;
	/** Puts the provider's `result` into the record, as `interactionFinished` would. */
	setResult(id: string, result: Record<string, unknown>): Promise<void>;
};
