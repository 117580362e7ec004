// The end of an interaction, however it came to it.
import type { Interaction } from './state.ts';

/** Nothing of what was staged is needed any more, a password's digest and a sealed key least of all. */
export function finished(state: Interaction, end: NonNullable<Interaction['finished']>): Interaction {
	const staged = { profile: undefined, factors: undefined, factorRecords: undefined };
	const verifications = state.verifications.filter(({ type }) => type !== 'NewPasswordIdentity');
	return { ...state, ...staged, verifications, finished: end };
}
