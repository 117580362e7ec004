// One step of an interaction: load, gather facts, decide, save with compare-and-swap, write, and only then act.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Problem } from '../../contract/problems.ts';
import type { Decision } from '../core/interaction/decision.ts';
import type { Act, Effect, Write } from '../core/interaction/effect.ts';
import type { Event } from '../core/interaction/event.ts';
import type { Interaction } from '../core/interaction/state.ts';
import { transition } from '../core/interaction/transition.ts';
import { targetKeys } from './attempts.ts';
import type { Caller, Services, StoreScope } from './ports.ts';

/** Looks up what the decision needs. A refusal here ends the step without a trace. */
export type Gather = (before: Interaction, scope: StoreScope) => Promise<Result<Event>>;

export type Stepped = { state: Interaction; acts: Act[] };

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
	const policy = await services.settings();
	const once = async (scope: StoreScope): Promise<Result<Stepped>> => {
		const before = await recall(services, caller, scope);
		if (!before.ok) return before;
		const event = await gather(before.value, scope);
		if (!event.ok) return event;
		return save(
			services,
			caller,
			atomic ? scope : undefined,
			before.value,
			transition(before.value, event.value, policy)
		);
	};

	for (let attempt = 0; attempt < tries; attempt++) {
		try {
			const stepped = atomic ? await services.store.transaction(once) : await once(services.store);
			if (stepped.ok) remember(caller, stepped.value.state);
			return stepped;
		} catch (error) {
			remember(caller, undefined);
			if (error instanceof Rollback) {
				if (error.problem) return { ok: false, problem: error.problem };
				continue;
			}
			throw error;
		}
	}
	return refuse('session.busy');
}

/** The caller's interaction as it is now, while it lasts. */
export async function findOpen(
	services: Services,
	caller: Caller,
	scope: StoreScope = services.store
): Promise<Result<Interaction>> {
	if (!caller.interactionId) return refuse('session.not_found');
	const found = await scope.interactions.find(caller.interactionId);
	if (!found || found.expiresAt <= services.clock.now()) return refuse('session.not_found');
	remember(caller, found);
	return ok(found);
}

/** The same as this request has seen it last: good enough to decide on where saving compares the version. */
export async function recall(
	services: Services,
	caller: Caller,
	scope: StoreScope = services.store
): Promise<Result<Interaction>> {
	const seen = caller.seen?.interaction;
	const isCurrent = seen?.id === caller.interactionId && seen && seen.expiresAt > services.clock.now();
	return isCurrent ? ok(seen) : findOpen(services, caller, scope);
}

function remember({ seen }: Caller, interaction: Interaction | undefined): void {
	if (seen) seen.interaction = interaction;
}

/** Undoes the transaction: without a problem the step is tried again, with one it is refused. */
class Rollback extends Error {
	readonly problem: Problem | undefined;
	constructor(problem?: Problem) {
		super('rolled back');
		this.problem = problem;
	}
}

async function save(
	services: Services,
	caller: Caller,
	scope: StoreScope | undefined,
	before: Interaction,
	{ state, effects, problem }: Decision
): Promise<Result<Stepped>> {
	const finish = effects.find((effect) => effect.type === 'finish');
	const writes = effects.filter((effect): effect is Separate => !isAct(effect) && effect.type !== 'finish');
	const secrets = writes.filter(({ type }) => type === 'issue-secret');
	const others = writes.filter(({ type }) => type !== 'issue-secret');
	const isChanged = state !== before || finish !== undefined;
	const commit = async (inside: StoreScope) => {
		// A secret before its interaction, as a guess takes them: two that lock the rows crosswise would never end.
		for (const write of secrets) await perform(services, caller, inside, state, write);
		if (isChanged && !(await inside.interactions.replace(before, state, finish && loginOf(finish))))
			throw new Rollback();
		for (const write of others) await perform(services, caller, inside, state, write);
	};
	await (scope || writes.length === 0 ? commit(scope ?? services.store) : services.store.transaction(commit));

	if (problem) return { ok: false, problem };
	const saved = isChanged ? { ...state, version: before.version + 1 } : state;
	return ok({ state: saved, acts: effects.filter(isAct) });
}

function isAct(effect: Effect): effect is Act {
	return effect.type === 'deliver-code' || effect.type === 'tell-owner';
}

/** Written by a statement of its own. `finish` is part of the interaction's row and saved with it. */
type Separate = Exclude<Write, { type: 'finish' }>;

/** What the provider takes for the person's sign-in. `at` is ours, and exact: see `findAccount`. */
function loginOf({ userId, amr, at }: Extract<Write, { type: 'finish' }>): Record<string, unknown> {
	return { login: { accountId: userId, amr, ts: Math.floor(at / 1000), remember: true } };
}

async function perform(
	services: Services,
	caller: Caller,
	scope: StoreScope,
	{ id, clientId, session }: Interaction,
	write: Separate
): Promise<void> {
	switch (write.type) {
		case 'issue-secret': {
			const { id: secretId, purpose, digest, maxAttempts, expiresAt, at } = write;
			return scope.secrets.issue({
				id: secretId,
				interactionId: id,
				purpose,
				digest,
				maxAttempts,
				expiresAt,
				createdAt: at
			});
		}
		case 'create-user': {
			const inserted = await scope.users.insert(write.user, write.passwordDigest);
			if (!inserted.ok) throw new Rollback({ code: `user.${inserted.taken}_already_in_use` });
			return;
		}
		case 'complete-user': {
			const completed = await scope.users.complete(write.userId, write.profile, write.at);
			if (completed.ok) return;
			const { taken } = completed;
			throw new Rollback({
				code: taken === 'password' ? 'user.password_exists_in_profile' : `user.${taken}_already_in_use`
			});
		}
		case 'reset-password': {
			const { userId, digest, lastChangedAt, at } = write;
			// Another recovery was faster: whether this one still has a fresh proof is decided again.
			if (!(await scope.users.resetPassword(userId, digest, { lastChangedAt, at }))) throw new Rollback();
			// Its owner was here: whoever guessed at the old password must not keep them from the new one.
			return scope.lockouts.forgive(targetKeys(services, { userId }));
		}
		case 'remove-password': {
			const { userId, lastChangedAt, at } = write;
			const keep = { interactionId: id, sessionUid: session?.uid };
			if (await scope.users.removePassword(userId, { lastChangedAt, at, keep })) return;
			throw new Rollback();
		}
		case 'prove-contacts':
			return scope.users.prove(write.userId, write.contacts);
		case 'stamp-sign-in':
			if (await scope.users.signedIn(write.userId, { ...write, applicationId: clientId })) return;
			// The account has changed under the decision: decide again.
			throw new Rollback();
		case 'record':
			return scope.audit.append({
				key: write.key,
				result: write.error ? 'Error' : 'Success',
				error: write.error,
				interactionId: id,
				applicationId: clientId,
				userId: write.userId,
				ip: caller.ip,
				userAgent: caller.userAgent,
				at: services.clock.now()
			});
	}
}
