// Takes an application away.
import { ok, type Result } from '../../../contract/result.ts';
import type { StoreScope } from '../ports.ts';
import { unknownApplication } from './unknown.ts';

export async function removeApplication(
	{ store }: { store: Pick<StoreScope, 'applications'> },
	id: string
): Promise<Result<undefined>> {
	return (await store.applications.remove(id)) ? ok() : unknownApplication(id);
}
