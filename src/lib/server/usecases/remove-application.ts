// Takes an application away.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Services } from './ports.ts';

export async function removeApplication(services: Pick<Services, 'store'>, id: string): Promise<Result<undefined>> {
	return (await services.store.applications.remove(id)) ? ok() : refuse('entity.not_exists_with_id', { data: { id } });
}
