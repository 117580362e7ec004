// Interactions: what use cases need of their store.
import type { Interaction } from '../../core/interaction/state.ts';

export type InteractionStore = {
	find(id: string): Promise<Interaction | undefined>;
	/**
	 * Compare-and-swap: writes `after` as version + 1 only if the stored version is still `before.version`.
	 * A `result` is written with it, as `setResult` would.
	 */
	replace(before: Interaction, after: Interaction, result?: Record<string, unknown>): Promise<boolean>;
	/** Puts the provider's `result` into the record, as `interactionFinished` would. */
	setResult(id: string, result: Record<string, unknown>): Promise<void>;
};
