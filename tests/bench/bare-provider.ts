// The yardstick: oidc-provider as its documentation starts it, in memory, signing in whoever asks. No codes, no pages.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { interactionPolicy, type Account, type Configuration, type JWK } from 'oidc-provider';

const port = Number(process.env.BENCH_PORT);
const origin = `http://localhost:${port}`;
const alg = 'ES384';
const hour = 3600;

async function createKey(): Promise<JWK> {
	const { privateKey } = await generateKeyPair(alg, { extractable: true });
	return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: 'bench' } as JWK;
}

/** The claims that Foyer has of somebody with a phone number. */
function accountOf(id: string): Account {
	const claims = { sub: id, name: null, username: null, picture: null, email: null, email_verified: false };
	const phone = { phone_number: '8613490000000', phone_number_verified: true };
	return { accountId: id, claims: async () => ({ ...claims, ...phone, updated_at: 1, created_at: 1 }) };
}

/** As Foyer does for its own applications: granted without a page. */
const loadExistingGrant: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc }) => {
	const { client, account, session, provider } = oidc;
	if (!client || !account) return undefined;
	const known = session?.grantIdFor(client.clientId);
	if (known) return provider.Grant.find(known);
	const grant = new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
	grant.addOIDCScope([...oidc.requestParamOIDCScopes]);
	await grant.save();
	return grant;
};

/** `prompt=consent` asks for a refresh token, and for no page. */
const policy = interactionPolicy.base();
policy.get('consent')?.checks.clear();

const provider = new Provider(origin, {
	clients: [
		{
			client_id: process.env.BENCH_CLIENT_ID ?? '',
			client_secret: process.env.BENCH_CLIENT_SECRET ?? '',
			redirect_uris: [process.env.BENCH_REDIRECT_URI ?? ''],
			grant_types: ['authorization_code', 'refresh_token'],
			id_token_signed_response_alg: alg
		}
	],
	jwks: { keys: [await createKey()] },
	enabledJWA: { idTokenSigningAlgValues: [alg] },
	cookies: { keys: ['a key for the bench that guards nothing at all'] },
	claims: {
		openid: ['sub'],
		profile: ['name', 'username', 'picture', 'updated_at', 'created_at'],
		email: ['email', 'email_verified'],
		phone: ['phone_number', 'phone_number_verified']
	},
	conformIdTokenClaims: false,
	features: { devInteractions: { enabled: false } },
	findAccount: (_ctx, id) => accountOf(id),
	interactions: { policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
	loadExistingGrant,
	pkce: { required: () => true },
	ttl: {
		AccessToken: hour,
		AuthorizationCode: 60,
		Grant: hour,
		IdToken: hour,
		Interaction: hour,
		RefreshToken: hour,
		Session: hour
	}
});
const handle = provider.callback();

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const redirectTo = await provider.interactionResult(request, response, { login: { accountId: 'somebody' } });
	response.writeHead(303, { location: redirectTo }).end();
}

createServer((request, response) => {
	const done = request.url?.startsWith('/interaction/') ? signIn(request, response) : handle(request, response);
	done.catch((error: unknown) => {
		console.error(error);
		response.destroy();
	});
}).listen(port, '127.0.0.1');
