// What use cases ask of the provider. Our interaction row is the provider's record, so little is left to ask.
import { z } from 'zod';
import { consentScopes, type ConsentScope } from '../../contract/consent.ts';
import type { Clock, ConsentRequest, OidcPayload, OidcPort, OpenedBy, Store } from '../usecases/ports.ts';

type Deps = { store: Pick<Store, 'oidc'>; clock: Clock; origin: string };

export function createOidcPort({ store, clock, origin }: Deps): OidcPort {
	return {
		resumeUrl: (interactionId) => `${origin}/oidc/auth/${interactionId}`,
		accountOfSession: async (sessionUid) => {
			const record = await store.oidc.findByUid(sessionUid);
			const { exp, accountId } = record?.payload ?? {};
			if (typeof exp !== 'number' || exp * 1000 <= Date.now()) return undefined;
			return typeof accountId === 'string' ? accountId : undefined;
		},
		openedBy: async (interactionId) => {
			const payload = await store.oidc.findInteraction(interactionId, clock.now());
			return payload && readOpenedBy(payload);
		},
		consentRequestOf: async (interactionId) => {
			const payload = await store.oidc.findInteraction(interactionId, clock.now());
			return payload && readConsentRequest(payload);
		}
	};
}

const openedInSession = z.object({
	prompt: z.object({ name: z.string() }),
	params: z.object({ prompt: z.string().default(''), max_age: z.unknown().optional() }),
	session: z.object({ uid: z.string(), accountId: z.string() })
});

/** The provider decides again when it is resumed: what this says too much, it asks for after all. */
function readOpenedBy(payload: OidcPayload): OpenedBy | undefined {
	const { data } = openedInSession.safeParse(payload);
	if (!data) return undefined;
	const { prompt, params, session } = data;
	const isFresh = params.prompt.split(' ').includes('login') || params.max_age !== undefined;
	return { session, isEnough: prompt.name !== 'login' && !isFresh };
}

const asksConsent = z.object({
	prompt: z.object({
		name: z.literal('consent'),
		details: z.object({ missingOIDCScope: z.array(z.string()).default([]) })
	}),
	params: z.object({ scope: z.string().default(''), redirect_uri: z.string() }),
	session: z.object({ uid: z.string(), accountId: z.string() })
});

/** Scopes that the provider does not know are left out, as it leaves them out of every grant. */
function readConsentRequest(payload: OidcPayload): ConsentRequest | undefined {
	const { data } = asksConsent.safeParse(payload);
	if (!data) return undefined;
	const requested = data.params.scope.split(' ');
	const missing = data.prompt.details.missingOIDCScope;
	return {
		session: data.session,
		scopes: known(requested),
		missing: known(missing),
		redirectUri: data.params.redirect_uri
	};
}

function known(scopes: string[]): ConsentScope[] {
	return consentScopes.filter((scope) => scopes.includes(scope));
}
