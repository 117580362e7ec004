// Which applications an account has been opened to, and for what.
import type { Services } from './ports.ts';

export type GivenGrant = { applicationId: string; applicationName?: string; scopes: string[]; since?: number };

/** One line an application: every session has a grant of its own. */
export async function listGrants({ store }: Pick<Services, 'store'>, userId: string): Promise<GivenGrant[]> {
	const byApplication = Map.groupBy(await store.oidc.grantsOf(userId), ({ clientId }) => String(clientId));
	return Promise.all(
		[...byApplication].map(async ([applicationId, grants]) => {
			const scopes = grants.flatMap(
				({ openid }) => (openid as { scope?: string } | undefined)?.scope?.split(' ') ?? []
			);
			const since = grants.flatMap(({ iat }) => (typeof iat === 'number' ? [iat * 1000] : []));
			return {
				applicationId,
				applicationName: (await store.applications.find(applicationId))?.name,
				scopes: [...new Set(scopes)],
				since: since.length > 0 ? Math.min(...since) : undefined
			};
		})
	);
}
