// Deletes an account with its identifiers, sessions and tokens.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Services } from './ports.ts';

export async function removeUser(services: Pick<Services, 'store'>, id: string): Promise<Result<undefined>> {
	return (await services.store.users.remove(id)) ? ok() : refuse('entity.not_found', { data: { id } });
}
