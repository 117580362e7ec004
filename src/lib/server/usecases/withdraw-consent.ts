// Takes back what an application was granted: its tokens for the account end at once, and it has to ask again.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { StoreScope } from './ports.ts';

export async function withdrawConsent(
	{ store }: { store: Pick<StoreScope, 'oidc'> },
	userId: string,
	applicationId: string
): Promise<Result<undefined>> {
	const ended = await store.oidc.removeByAccountAndClient(userId, applicationId);
	return ended > 0 ? ok() : refuse('entity.not_found', { data: { applicationId } });
}
