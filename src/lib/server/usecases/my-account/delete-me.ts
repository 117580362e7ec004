// DELETE /api/my-account (ours): the account with its sessions, tokens and factors.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { announce } from '../hooks/announce.ts';
import type { AccountCaller, Services } from '../ports.ts';
import { removeUser } from '../remove-user.ts';
import { tellOwner } from '../tell-owner.ts';

/** What stays of it is one line without where it was done from: somebody may ask whether it was done. */
export async function deleteMe(services: Services, caller: AccountCaller): Promise<Result<undefined>> {
	const { store, clock } = services;
	const { user } = caller.holder;
	const { applicationId } = caller;
	const { deleteAccountUrl } = (await services.settings()).accountCenter;
	if (deleteAccountUrl) return refuse('account_center.deletion_elsewhere', { data: { url: deleteAccountUrl } });
	const removed = await store.transaction<Result<undefined>>(async (scope) => {
		// Somebody else was faster: the token was theirs, and is gone with the account.
		if (!(await removeUser({ store: scope }, user.id)).ok) return refuse('auth.unauthorized');
		await scope.audit.append({
			key: 'Account.Delete',
			result: 'Success',
			applicationId,
			userId: user.id,
			at: clock.now()
		});
		return ok();
	});
	if (!removed.ok) return removed;
	await tellOwner(services, caller, { userId: user.id, what: 'account-deleted' }, applicationId, user);
	await announce(services, caller, { event: 'User.Deleted', userId: user.id, user });
	return removed;
}
