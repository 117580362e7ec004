// Saves what was decided, with compare-and-swap, together with everything that it writes.
import { ok, type Result } from '../../contract/result.ts';
import type { Decision } from '../core/interaction/decision.ts';
import type { Act, Effect, Write } from '../core/interaction/effect.ts';
import type { Interaction } from '../core/interaction/state.ts';
import { perform, type Separate } from './perform.ts';
import type { AuditEntry, Caller, Services, StoreScope } from './ports.ts';
import { Rollback } from './rollback.ts';

export type Stepped = { state: Interaction; acts: Act[] };

/** `scope` is the transaction that is under way; without one, all that is written shares one of its own. */
export async function saveDecision(
	services: Services,
	caller: Caller,
	scope: StoreScope | undefined,
	before: Interaction,
	{ state, effects, problem }: Decision
): Promise<Result<Stepped>> {
	const finish = effects.find((effect) => effect.type === 'finish');
	const writes = effects.filter(isSeparate);
	const records = effects.filter((effect) => effect.type === 'record').map(entryOf(services, caller, state));
	const isChanged = state !== before || finish !== undefined;
	// A recovery starts its interaction over in the statement that ends the account's other sign-ins.
	const isReplaced = isChanged && !writes.some(({ type }) => type === 'reset-password');
	const commit = async (inside: StoreScope) => {
		for (const write of writes.filter(isEarly)) await perform(services, inside, state, write);
		if (isReplaced && !(await inside.interactions.replace(before, state, finish && loginOf(finish))))
			throw new Rollback();
		for (const write of writes) if (!isEarly(write)) await perform(services, inside, state, write);
		if (records.length > 0) await inside.audit.append(...records);
	};
	await (scope || writes.length + records.length === 0
		? commit(scope ?? services.store)
		: services.store.transaction(commit));

	if (problem) return { ok: false, problem };
	const saved = isChanged ? { ...state, version: before.version + 1 } : state;
	return ok({ state: saved, acts: effects.filter(isAct) });
}

/** Attempts and secrets before their interaction, as a guess takes them: two that lock the rows crosswise would never end. */
function isEarly({ type }: Separate): boolean {
	return type === 'issue-secret' || type === 'forgive-attempts';
}

const acts: Effect['type'][] = [
	'deliver-code',
	'tell-owner',
	'hand-over-device',
	'remember-account',
	'forget-accounts'
];

function isSeparate(effect: Effect): effect is Separate {
	return !isAct(effect) && effect.type !== 'finish' && effect.type !== 'record';
}

function isAct(effect: Effect): effect is Act {
	return acts.includes(effect.type);
}

function entryOf({ clock }: Services, { ip, userAgent }: Caller, { id, clientId }: Interaction) {
	return ({ key, error, userId }: Extract<Write, { type: 'record' }>): AuditEntry => ({
		key,
		result: error ? 'Error' : 'Success',
		error,
		interactionId: id,
		applicationId: clientId,
		userId,
		ip,
		userAgent,
		at: clock.now()
	});
}

/** What the provider takes for the person's sign-in. `at` is ours, and exact: see `findAccount`. */
function loginOf({ userId, amr, isTransient, at }: Extract<Write, { type: 'finish' }>): Record<string, unknown> {
	const login = { accountId: userId, amr, ts: Math.floor(at / 1000), remember: !isTransient };
	// Whoever signs in has said which account it is to be.
	return { login, select_account: {} };
}
