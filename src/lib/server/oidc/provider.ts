// The OpenID provider: oidc-provider with our storage, our rules and our pages.
import { Provider, errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import type { Services, SigningKey, Store } from '../usecases/ports.ts';
import { createAdapterFactory } from './adapter.ts';
import { acceptSecrets } from './client-secrets.ts';
import { claimsOfScope, scopes, toAccount } from './claims.ts';
import { allowCors, ownMetadata } from './clients.ts';
import { answerBoth, answerRefused, answerUnavailable, answerUnsaved, logRefusals, renderError } from './errors.ts';
import { extraParams } from './extra-parameters.ts';
import { createFeatures, discovery } from './features.ts';
import { issueRefreshToken, loadExistingGrant, rotateRefreshToken } from './grants.ts';
import {
	clearInteractionCookies,
	interactionCookies,
	writeInteractionCookies,
	type InteractionCookies
} from './interaction-cookies.ts';
import { interactionUrl, type RequestParameters } from './interaction-url.ts';
import { signingAlg, toJwks } from './keys.ts';
import { showPage } from './pages.ts';
import { createPolicy } from './policy.ts';
import { polishResponse } from './response.ts';
import { createSaves, type Saves } from './saves.ts';
import { createSignOut, signOutFeature } from './sign-out.ts';
import { extraTokenClaims } from './token-session.ts';
import { ttl } from './ttls.ts';

export type ProviderDeps = Pick<Services, 'store' | 'clock' | 'origin' | 'log' | 'settings' | 'demo'> & {
	secret: string;
	/** Tells a database that does not answer (503) from a bug (500). */
	isUnavailable(error: unknown): boolean;
};

export function buildProvider(deps: ProviderDeps, keys: SigningKey[]): Provider {
	const jar = interactionCookies(deps);
	const signOut = createSignOut(deps.store.oidc);
	const saves = createSaves(deps.store.oidc);
	const provider = new FoyerProvider(`${deps.origin}/oidc`, {
		...configure(deps, jar, saves),
		jwks: toJwks(keys) as Configuration['jwks'],
		features: { ...createFeatures(deps.origin), rpInitiatedLogout: signOutFeature(signOut) }
	});
	provider.on('interaction.destroyed', ({ uid }) => {
		const ctx = Provider.ctx;
		if (ctx) clearInteractionCookies(jar, ctx, uid);
	});
	acceptSecrets(provider, deps.clock);
	logRefusals(provider, deps.log);
	provider.use(answerBoth);
	provider.use(polishResponse({ signOut, unusedCookie: jar.names.interaction }));
	provider.use(async (ctx, next) => {
		let isAnswered = false;
		const answer = async () => {
			await next();
			isAnswered = true;
		};
		await saves.gather(answer).catch((error: unknown) => {
			if (!isAnswered) throw error;
			if (error instanceof errors.InvalidGrant) answerRefused(provider, ctx, error);
			else answerUnsaved(provider, ctx, error);
		});
	});
	return provider;
}

function configure(
	{ store, clock, origin, isUnavailable }: ProviderDeps,
	jar: InteractionCookies,
	saves: Saves
): Configuration {
	const { names, options, keys } = jar;
	return {
		adapter: createAdapterFactory(store, clock, saves, origin),
		acceptQueryParamAccessTokens: false,
		claims: claimsOfScope,
		clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
		clientBasedCORS: allowCors(origin),
		clientDefaults: { id_token_signed_response_alg: signingAlg },
		conformIdTokenClaims: false,
		cookies: {
			names: { session: names.session, interaction: names.interaction, resume: names.resume },
			long: options,
			short: options,
			keys
		},
		discovery,
		enabledJWA: { idTokenSigningAlgValues: [signingAlg] },
		extraClientMetadata: { properties: ownMetadata, validator: () => undefined },
		extraParams,
		extraTokenClaims,
		findAccount: (_ctx, id) => findAccount(store, id),
		interactions: {
			policy: createPolicy(),
			url: (ctx, interaction) => {
				const params: RequestParameters = interaction.params;
				writeInteractionCookies(jar, ctx, {
					uid: interaction.uid,
					clientId: String(params.client_id),
					organizationId: text(params.organization_id),
					uiLocales: text(params.ui_locales)
				});
				return interactionUrl(interaction.prompt.name, interaction.uid, params);
			}
		},
		issueRefreshToken,
		loadExistingGrant: (ctx) => loadExistingGrant(ctx, origin),
		pkce: { required: (_ctx, client) => client.clientAuthMethod === 'none' },
		renderError: (ctx, out, error) => {
			if (isUnavailable(error)) answerUnavailable(ctx);
			return renderError(ctx, out, error);
		},
		responseTypes: ['code', 'none'],
		rotateRefreshToken,
		scopes,
		ttl
	};
}

/** A suspended account is no account: no session goes on with it, no token is renewed for it. */
async function findAccount(store: Pick<Store, 'users'>, id: string) {
	const user = await store.users.find(id);
	return user && !user.isSuspended ? toAccount(user) : undefined;
}

/** The library registers its own `form_post` page, an inline script, in its constructor. */
class FoyerProvider extends Provider {
	override registerResponseMode(name: string, handler: Parameters<Provider['registerResponseMode']>[1]): void {
		super.registerResponseMode(name, name === 'form_post' ? showForm : handler);
	}
}

function showForm(ctx: KoaContextWithOIDC, action: string, payload: Record<string, unknown>): void {
	const fields = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
	ctx.status = 'error' in payload ? 400 : 200;
	showPage(ctx, { screen: 'auto-post', action, fields, applicationName: ctx.oidc.client?.clientName });
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}
