// What use cases ask of the provider. Our interaction row is the provider's record, so little is left to ask.
import type { OidcPort, Store } from '../usecases/ports.ts';

export function createOidcPort({ store, origin }: { store: Pick<Store, 'oidc'>; origin: string }): OidcPort {
	return {
		resumeUrl: (interactionId) => `${origin}/oidc/auth/${interactionId}`,
		accountOfSession: async (sessionUid) => {
			const record = await store.oidc.findByUid(sessionUid);
			const { exp, accountId } = record?.payload ?? {};
			if (typeof exp !== 'number' || exp * 1000 <= Date.now()) return undefined;
			return typeof accountId === 'string' ? accountId : undefined;
		}
	};
}
