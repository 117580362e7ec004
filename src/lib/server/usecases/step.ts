// One step of an interaction: load, gather facts, decide, save with compare-and-swap, write, and only then act.
import { refuse, type Result } from '../../contract/result.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Decision } from '../core/interaction/decision.ts';
import type { Event } from '../core/interaction/event.ts';
import type { Interaction } from '../core/interaction/state.ts';
import { transition } from '../core/interaction/transition.ts';
import { policyFor } from '../core/rules/console.ts';
import { isClosedTo } from './closed-to.ts';
import type { Caller, Services, StoreScope } from './ports.ts';
import { recall, remember } from './recall.ts';
import { recordRefusal, type Attempted } from './record-refusal.ts';
import { Rollback } from './rollback.ts';
import { saveDecision, type Stepped } from './save-decision.ts';

/** Looks up what the decision needs; `policy` is what it will be decided by. A refusal here ends the step without a trace. */
export type Gather = (before: Interaction, scope: StoreScope, policy: Settings) => Promise<Result<Event>>;

const tries = 5;

/**
 * `atomic` gathers inside the transaction: needed where gathering counts a guess.
 * Another writer in between means deciding again from fresh state; after five losses the answer is 409.
 * It begins with what the request has seen a moment ago, which is given up like any other state that is too old.
 */
export async function step(
	services: Services,
	caller: Caller,
	gather: Gather,
	{ atomic = false }: { atomic?: boolean } = {}
): Promise<Result<Stepped>> {
	const settings = await services.settings();
	let attempted: Attempted | undefined;
	const once = async (scope: StoreScope): Promise<Result<Stepped>> => {
		const before = await recall(services, caller, scope);
		if (!before.ok) return before;
		if (isClosedTo(before.value, settings)) return refuse('server.maintenance');
		const policy = policyFor(before.value.clientId, settings);
		const event = await gather(before.value, scope, policy);
		if (!event.ok) return event;
		const decision = transition(before.value, event.value, policy);
		attempted = attemptedIn(before.value, decision);
		return saveDecision(services, caller, atomic ? scope : undefined, before.value, decision);
	};

	for (let attempt = 0; attempt < tries; attempt++) {
		try {
			const stepped = atomic ? await services.store.transaction(once) : await once(services.store);
			if (stepped.ok) remember(caller, stepped.value.state);
			return stepped;
		} catch (error) {
			remember(caller, undefined);
			if (error instanceof Rollback) {
				const { problem } = error;
				if (!problem) continue;
				// Its own record was undone with what it had decided.
				if (attempted) await recordRefusal(services, caller, attempted, problem);
				return { ok: false, problem };
			}
			throw error;
		}
	}
	return refuse('session.busy');
}

function attemptedIn(interaction: Interaction, { effects }: Decision): Attempted | undefined {
	const record = effects.findLast((effect) => effect.type === 'record');
	return record && { interaction, key: record.key };
}

/** Whether the step gave up: whatever it wrote and found out was undone with it. */
export function isUndone(stepped: Result<unknown>): boolean {
	return !stepped.ok && stepped.problem.code === 'session.busy';
}
