// Replaces the secret of an application, which strangers have seen or nobody has any more. The old one stops working.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Application, Services } from './ports.ts';

/** The answer holds the secret; it is refused to an application that runs where it could not keep one. */
export async function renewSecret(
	{ store, ids }: Pick<Services, 'store' | 'ids'>,
	id: string
): Promise<Result<Application & { secret: string }>> {
	const before = await store.applications.find(id);
	if (!before) return refuse('entity.not_exists_with_id', { data: { id } });
	if (before.secret === undefined) {
		return refuse('guard.invalid_input', {
			data: { field: 'type', detail: `${before.type} applications have no secret` }
		});
	}
	const after = { ...before, secret: ids.secret() };
	return (await store.applications.update(after)) ? ok(after) : refuse('entity.not_exists_with_id', { data: { id } });
}
