// What the browser of a sign-in keeps of it: the account in its sealed cookie, or nothing of any account.
import { recent, withAccount } from '../../contract/remembered.ts';
import type { Act } from '../core/interaction/effect.ts';
import type { Caller, Services } from './ports.ts';

type Kept = Extract<Act, { type: 'remember-account' }>;

export function rememberAccount(
	{ ids }: Pick<Services, 'ids'>,
	{ accounts }: Caller,
	{ userId, identifier, way, at }: Kept
): void {
	const before = recent(accounts?.read(), at);
	accounts?.write(withAccount(before, { id: ids.id(), userId, ...identifier, way, at }));
}

/** Browsers that others use are trusted by nobody either. */
export function forgetAccounts({ accounts, devices }: Caller): void {
	accounts?.clear();
	devices?.clear();
}
