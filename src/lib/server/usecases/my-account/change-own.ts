// A change of one's own account: written only while what let it in still holds, with its line in the audit log, and told.
import { ok, type Result } from '../../../contract/result.ts';
import { announce } from '../hooks/announce.ts';
import type { AccountCaller, Notice, OwnChanges, Services, StoreScope } from '../ports.ts';
import type { AccountKey } from '../record-refusal.ts';
import { Rollback } from '../rollback.ts';
import { tellOwner } from '../tell-owner.ts';
import { undoing } from '../undoing.ts';
import { recordOwn } from './record-own.ts';

type Change = {
	key: AccountKey;
	/** Decided on what was seen: whoever was faster makes it start again. */
	isProven: boolean;
	tells?: Notice['what'];
	set?: OwnChanges;
	forgetsDevices?: boolean;
	/** Throws a `Rollback` to give up. */
	also?(scope: StoreScope): Promise<void>;
};

/** The body of a request can come long after its head: token, standing and proof are asked for again by the first write. */
export async function changeOwn(
	services: Services,
	caller: AccountCaller,
	{ key, isProven, tells, also, ...begun }: Change
): Promise<Result<undefined>> {
	const { store, clock } = services;
	const { user } = caller.holder;
	const written = await undoing<undefined>(() =>
		store.transaction(async (scope) => {
			await beginOwn(services, caller, scope, { isProven, ...begun });
			await also?.(scope);
			await recordOwn({ clock, audit: scope.audit }, caller, key);
			return ok();
		})
	);
	if (!written.ok) return explain(services, caller, written);
	if (tells) await tellOwner(services, caller, { userId: user.id, what: tells }, caller.applicationId, user);
	await announce(services, caller, { event: 'User.Data.Updated', userId: user.id });
	return written;
}

export async function beginOwn(
	{ clock }: Pick<Services, 'clock'>,
	{ holder: { user }, token }: AccountCaller,
	scope: StoreScope,
	{ isProven, ...change }: Pick<Change, 'isProven' | 'set' | 'forgetsDevices'>
): Promise<void> {
	const seen = isProven ? user.updatedAt : undefined;
	const isBegun = await scope.accounts.begin({ userId: user.id, token, seen, at: clock.now(), ...change });
	if (!isBegun) throw new Rollback({ code: 'session.busy' });
}

/** Whether somebody was faster, or whoever asks may not ask any more. */
export async function explain<Value>(
	{ store }: Pick<Services, 'store'>,
	{ token }: AccountCaller,
	refusal: Extract<Result<Value>, { ok: false }>
): Promise<Result<Value>> {
	if (refusal.problem.code !== 'session.busy') return refusal;
	const found = await store.accounts.findByToken(token, undefined);
	return found && !found.holder.user.isSuspended ? refusal : { ok: false, problem: { code: 'auth.unauthorized' } };
}
