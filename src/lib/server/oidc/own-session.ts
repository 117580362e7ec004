// The session that a token came of: the same one, of the same account, with the same grant, while it is open.
import { z } from 'zod';
import type { OidcStore } from '../usecases/ports.ts';

const openSession = z.object({
	accountId: z.string(),
	exp: z.number(),
	authorizations: z.record(z.string(), z.object({ grantId: z.string().optional() })).default({})
});

export type OwnSession = { accountId: string; clientId: string; grantId: string; sessionUid?: string };

/** As the provider asks at its own endpoints. */
export async function isSessionOpen(oidc: Pick<OidcStore, 'findByUid'>, of: OwnSession): Promise<boolean> {
	const { sessionUid, accountId, clientId, grantId } = of;
	const record = sessionUid === undefined ? undefined : await oidc.findByUid(sessionUid);
	const session = openSession.safeParse(record?.payload).data;
	if (!session || session.exp <= Date.now() / 1000) return false;
	return session.accountId === accountId && session.authorizations[clientId]?.grantId === grantId;
}
