// The answer of the core: the state to keep, the effects to carry out, and the refusal, if it is one.
import type { Problem, ProblemCode } from '../../../contract/problems.ts';
import type { InteractionEvent } from '../../../contract/schemas.ts';
import type { Effect } from './effect.ts';
import type { Interaction } from './state.ts';

/** A refusal is a decision too: what it changes is saved and its effects are carried out. */
export type Decision = { state: Interaction; effects: Effect[]; problem?: Problem };

/** An interaction whose event has been chosen. */
export type Started = Interaction & { event: InteractionEvent };

export function accepted(state: Interaction, ...effects: Effect[]): Decision {
	return { state, effects };
}

export function refused(state: Interaction, code: ProblemCode, extra: Omit<Problem, 'code'> = {}): Decision {
	return { state, effects: [], problem: { code, ...extra } };
}
