// A change of the account's second factors, with its line in the audit log, and word of it to the owner.
import { ok, type Result } from '../../../contract/result.ts';
import type { Factor } from '../../core/factor.ts';
import { announce } from '../hooks/announce.ts';
import type { AccountCaller, Services, StoreScope } from '../ports.ts';
import { tellOwner } from '../tell-owner.ts';
import { undoing } from '../undoing.ts';
import { recordOwn } from './record-own.ts';

/** `change` throws a `Rollback` to give up. */
export async function writeFactors(
	services: Services,
	caller: AccountCaller,
	{ type, what }: { type: Factor['type']; what: 'Bind' | 'Delete' },
	change: (scope: StoreScope) => Promise<void>
): Promise<Result<undefined>> {
	const { store, clock } = services;
	const { user } = caller.holder;
	const written = await undoing<undefined>(() =>
		store.transaction(async (scope) => {
			await change(scope);
			await recordOwn({ clock, audit: scope.audit }, caller, `Account.Mfa.${type}.${what}`);
			return ok();
		})
	);
	if (!written.ok) return written;
	const told = what === 'Bind' ? 'factor-added' : 'factor-removed';
	await tellOwner(services, caller, { userId: user.id, what: told }, caller.applicationId, user);
	await announce(services, caller, { event: 'User.Data.Updated', userId: user.id });
	return written;
}
