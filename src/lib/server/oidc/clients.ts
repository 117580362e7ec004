// Applications as the provider's clients.
import type { AllClientMetadata, Client, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { z } from 'zod';
import { defaultConsentScopes } from '../../contract/consent.ts';
import type { Application, ApplicationType } from '../usecases/ports.ts';
import { signingAlg } from './keys.ts';

/** What of Logto's `customClientMetadata` changes how the provider behaves. A value out of bounds counts as absent. */
const customMetadata = z.object({
	corsAllowedOrigins: z.array(z.string()).optional().catch(undefined),
	idTokenTtl: z.int().min(60).max(86_400).optional().catch(undefined),
	refreshTokenTtlInDays: z.int().min(1).max(180).optional().catch(undefined),
	rotateRefreshToken: z.boolean().optional().catch(undefined),
	alwaysIssueRefreshToken: z.boolean().optional().catch(undefined)
});
type CustomMetadata = z.infer<typeof customMetadata>;

/** Our own members of the client metadata; everything else unknown is stripped by the library. */
export const ownMetadata = ['isThirdParty', 'mayManage', 'custom', 'secrets'];

type Shape = Pick<
	AllClientMetadata,
	'application_type' | 'token_endpoint_auth_method' | 'grant_types' | 'response_types'
>;
const codeFlow = {
	grant_types: ['authorization_code', 'refresh_token'],
	response_types: ['code', 'none']
} satisfies Partial<Shape>;

const shapeOf: Record<ApplicationType, Shape> = {
	Traditional: { application_type: 'web', token_endpoint_auth_method: 'client_secret_basic', ...codeFlow },
	SPA: { application_type: 'web', token_endpoint_auth_method: 'none', ...codeFlow },
	Native: { application_type: 'native', token_endpoint_auth_method: 'none', ...codeFlow },
	MachineToMachine: {
		application_type: 'web',
		token_endpoint_auth_method: 'client_secret_basic',
		grant_types: ['client_credentials'],
		response_types: []
	}
};

export function toClientMetadata(application: Application): AllClientMetadata {
	const shape = shapeOf[application.type];
	return {
		client_id: application.id,
		client_name: application.name,
		// The library wants one; which of several is right is decided by `acceptSecrets`.
		client_secret: isPublic(application) ? undefined : 'one of several',
		secrets: isPublic(application) ? [] : application.secrets.map(({ value, expiresAt }) => ({ value, expiresAt })),
		redirect_uris: application.redirectUris,
		post_logout_redirect_uris: application.postLogoutRedirectUris,
		id_token_signed_response_alg: signingAlg,
		...shape,
		// The library refuses a request for any other scope with `invalid_scope`.
		...(application.isThirdParty && { scope: allowedScopes(application).join(' ') }),
		isThirdParty: application.isThirdParty,
		mayManage: application.mayManage ?? false,
		custom: customMetadata.parse(application.customClientMetadata)
	};
}

/** What an application may ask people for: our own ones for everything. */
function allowedScopes({ thirdParty }: Application): string[] {
	return thirdParty?.scopes ?? defaultConsentScopes;
}

export function isPublic({ type }: Application): boolean {
	return shapeOf[type].token_endpoint_auth_method === 'none';
}

export function isThirdParty(client: Client): boolean {
	return client['isThirdParty'] === true;
}

export function mayManage(client: Client): boolean {
	return client['mayManage'] === true;
}

export function customMetadataOf(client: Client): CustomMetadata {
	return (client['custom'] ?? {}) as CustomMetadata;
}

/** An origin that is not the application's gets the answer without permission to read it, as Logto does. */
export function allowCors(ownOrigin: string): NonNullable<Configuration['clientBasedCORS']> {
	return (ctx: KoaContextWithOIDC, origin: string, client: Client) => {
		if (!originsOf(client, ownOrigin).includes(origin)) ctx.remove('Access-Control-Allow-Origin');
		return true;
	};
}

function originsOf(client: Client, ownOrigin: string): string[] {
	const redirects = (client.redirectUris ?? []).map((uri) => new URL(uri).origin).filter((origin) => origin !== 'null');
	return [ownOrigin, ...redirects, ...(customMetadataOf(client).corsAllowedOrigins ?? [])];
}
