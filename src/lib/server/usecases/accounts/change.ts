// Changes and ends accounts, at an administrator's word.
import type { ProblemCode } from '../../../contract/problems.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { UserAnswer, UserChangesBody } from '../../../contract/users.ts';
import type { MachineCaller, Services, StoreScope } from '../ports.ts';
import { announce } from '../hooks/announce.ts';
import { recordChange } from '../record-change.ts';
import { removeUser } from '../remove-user.ts';
import { Rollback } from '../rollback.ts';
import { suspendUser } from '../suspend-user.ts';
import { undoing } from '../undoing.ts';
import { parseIdentifiers } from './identifiers.ts';
import { mayEnd, mayLoseEmail } from './keep-administrators.ts';
import { unknownUser } from '../unknown-user.ts';
import { showUser } from './show.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'log'>;

/** A new address or number is unproven until its owner brings a code that was sent there (R19). */
export async function changeAccount(
	services: Needs & Pick<Services, 'settings'>,
	caller: MachineCaller,
	id: string,
	changes: UserChangesBody
): Promise<Result<UserAnswer>> {
	const { store, clock } = services;
	const identifiers = parseIdentifiers(changes, await services.settings());
	if (!identifiers.ok) return identifiers;
	const changed = await undoing(() =>
		store.transaction<Result<UserAnswer>>(async (scope) => {
			const may = changes.primaryEmail === null ? await mayLoseEmail(scope, id) : ok();
			if (!may.ok) return may;
			const changed = await scope.users.update(id, { ...changes, ...identifiers.value }, clock.now());
			if (!changed.ok && !changed.taken) return unknownUser(id);
			if (!changed.ok) throw new Rollback({ code: `user.${changed.taken}_already_in_use` as ProblemCode });
			await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.Update', { userId: id });
			return read(scope, id);
		})
	);
	if (changed.ok) await announce(services, caller, { event: 'User.Data.Updated', userId: id });
	return changed;
}

/** Also ends the sessions and tokens that the account holds now. */
export async function suspendAccount(
	services: Needs,
	caller: MachineCaller,
	id: string,
	isSuspended: boolean
): Promise<Result<UserAnswer>> {
	const { store, clock } = services;
	const done = await store.transaction<Result<UserAnswer>>(async (scope) => {
		const may = isSuspended ? await mayEnd(scope, caller, id, 'isSuspended') : ok();
		if (!may.ok) return may;
		const suspended = await suspendUser({ store: scope, clock }, id, isSuspended);
		if (!suspended.ok) return suspended;
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.Suspension', { userId: id });
		return read(scope, id);
	});
	if (done.ok) await announce(services, caller, { event: 'User.SuspensionStatus.Updated', userId: id });
	return done;
}

export async function removeAccount(services: Needs, caller: MachineCaller, id: string): Promise<Result<undefined>> {
	const { store, clock } = services;
	const user = await store.users.find(id);
	const done = await store.transaction<Result<undefined>>(async (scope) => {
		const may = await mayEnd(scope, caller, id, 'id');
		if (!may.ok) return may;
		const removed = await removeUser({ store: scope }, id);
		if (!removed.ok) return removed;
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.Delete', { userId: id });
		return removed;
	});
	if (done.ok) await announce(services, caller, { event: 'User.Deleted', userId: id, user });
	return done;
}

async function read(scope: StoreScope, id: string): Promise<Result<UserAnswer>> {
	const user = await scope.users.find(id);
	return user ? ok(showUser(user)) : unknownUser(id);
}
