// DELETE /api/my-account (ours): the account with its sessions, tokens and factors.
import { refuse, type Result } from '../../../contract/result.ts';
import { targetKeys } from '../attempts.ts';
import { announce } from '../hooks/announce.ts';
import type { AccountCaller, Services } from '../ports.ts';
import { removeUser } from '../remove-user.ts';
import type { AccountKey } from '../record-refusal.ts';
import { Rollback } from '../rollback.ts';
import { tellOwner } from '../tell-owner.ts';
import { undoing } from '../undoing.ts';
import { beginOwn, explain } from './change-own.ts';

const key = 'Account.Delete' satisfies AccountKey;

/** What stays of it are lines of the audit log without where it was done from: somebody may ask what was done. */
export async function deleteMe(services: Services, caller: AccountCaller): Promise<Result<undefined>> {
	const { store, clock } = services;
	const { user } = caller.holder;
	const { applicationId } = caller;
	const { deleteAccountUrl } = (await services.settings()).accountCenter;
	if (deleteAccountUrl) return refuse('account_center.deletion_elsewhere', { data: { url: deleteAccountUrl } });
	const removed = await undoing<undefined>(() =>
		store.transaction(async (scope) => {
			await beginOwn(services, caller, scope, { isProven: true });
			// As in the console: nobody shuts themselves out of it. Who has become one meanwhile begins again.
			if (user.isAdmin) throw new Rollback({ code: 'account_center.kept_for_administrator' });
			await scope.audit.forgetPlaces(user.id);
			await scope.audit.append({ key, result: 'Success', applicationId, userId: user.id, at: clock.now() });
			await scope.accounts.dropCodes(user.id);
			await scope.lockouts.forgive(targetKeys(services, { userId: user.id }));
			return removeUser({ store: scope }, user.id);
		})
	);
	if (!removed.ok) return explain(services, caller, removed);
	await tellOwner(services, caller, { userId: user.id, what: 'account-deleted' }, applicationId, user);
	await announce(services, caller, { event: 'User.Deleted', userId: user.id, user });
	return removed;
}
