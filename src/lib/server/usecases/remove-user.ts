// Deletes an account with its identifiers, sessions and tokens.
import { ok, type Result } from '../../contract/result.ts';
import type { StoreScope } from './ports.ts';
import { unknownUser } from './unknown-user.ts';

export async function removeUser(
	{ store }: { store: Pick<StoreScope, 'users'> },
	id: string
): Promise<Result<undefined>> {
	return (await store.users.remove(id)) ? ok() : unknownUser(id);
}
