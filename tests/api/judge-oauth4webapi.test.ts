// oauth4webapi throws at every deviation from the standards. A public application lives a session with it.
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../support/api-client.ts';
import { signInByApi } from '../support/judges/person.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const redirectUri = 'http://localhost:3000/callback';
const options = { [oauth.allowInsecureRequests]: true };

let foyer: Foyer;
let server: oauth.AuthorizationServer;
let client: oauth.Client;
const none = oauth.None();

beforeAll(async () => {
	foyer = await startFoyer();
	const { id } = await foyer.createApplication({ type: 'SPA', redirectUris: [redirectUri] });
	client = { client_id: id, id_token_signed_response_alg: 'ES384' };
	const issuer = new URL(`${foyer.origin}/oidc`);
	server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options));
});
afterAll(() => foyer?.stop());

async function signIn() {
	const verifier = oauth.generateRandomCodeVerifier();
	const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
	const url = new URL(server.authorization_endpoint ?? '');
	url.search = new URLSearchParams({
		client_id: client.client_id,
		redirect_uri: redirectUri,
		response_type: 'code',
		scope: 'openid phone offline_access',
		prompt: 'consent',
		state,
		nonce,
		code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256'
	}).toString();
	const phone = somePhone();
	const callback = await signInByApi({ browser: openBrowser(foyer.origin), phone, inbox: foyer.inbox }, url.href);
	const checked = oauth.validateAuthResponse(server, client, callback, state);
	const response = await oauth.authorizationCodeGrantRequest(
		server,
		client,
		none,
		checked,
		redirectUri,
		verifier,
		options
	);
	const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
		expectedNonce: nonce,
		requireIdToken: true
	});
	await oauth.validateApplicationLevelSignature(server, response, options);
	return { tokens, sub: oauth.getValidatedIdTokenClaims(tokens)?.sub ?? '', phone };
}

describe('discovery', () => {
	it('promises the code flow with PKCE, an issuer in the response, and ES384', () => {
		expect(server).toMatchObject({
			issuer: `${foyer.origin}/oidc`,
			response_types_supported: ['code', 'none'],
			code_challenge_methods_supported: ['S256'],
			authorization_response_iss_parameter_supported: true,
			id_token_signing_alg_values_supported: ['ES384']
		});
	});

	it('says the same as OAuth server metadata', async () => {
		const issuer = new URL(`${foyer.origin}/oidc`);
		const answer = await oauth.discoveryRequest(issuer, { ...options, algorithm: 'oauth2' });
		expect(await oauth.processDiscoveryResponse(issuer, answer)).toEqual(server);
	});
});

describe('a public application', () => {
	it('signs in, reads the user, renews with a new refresh token, and revokes', async () => {
		const { tokens, sub, phone } = await signIn();
		const info = await oauth.userInfoRequest(server, client, tokens.access_token, options);
		expect(await oauth.processUserInfoResponse(server, client, sub, info)).toMatchObject({ phone_number: phone });

		const old = tokens.refresh_token ?? '';
		const answer = await oauth.refreshTokenGrantRequest(server, client, none, old, options);
		const renewed = await oauth.processRefreshTokenResponse(server, client, answer);
		expect(oauth.getValidatedIdTokenClaims(renewed)?.sub).toBe(sub);
		expect(renewed.refresh_token).not.toBe(old);

		const current = renewed.refresh_token ?? '';
		await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, none, current, options));
		const late = await oauth.refreshTokenGrantRequest(server, client, none, current, options);
		await expect(oauth.processRefreshTokenResponse(server, client, late)).rejects.toMatchObject({
			error: 'invalid_grant'
		});
	});

	it('is challenged with WWW-Authenticate when its access token is nobody’s', async () => {
		const { sub } = await signIn();
		const refused = await oauth.userInfoRequest(server, client, 'made-up', options);
		expect(refused.status).toBe(401);
		await expect(oauth.processUserInfoResponse(server, client, sub, refused)).rejects.toBeInstanceOf(
			oauth.WWWAuthenticateChallengeError
		);
	});

	it('is refused a code without the verifier that belongs to it', async () => {
		const verifier = oauth.generateRandomCodeVerifier();
		const response = await oauth.genericTokenEndpointRequest(
			server,
			client,
			none,
			'authorization_code',
			new URLSearchParams({ code: 'guessed', redirect_uri: redirectUri, code_verifier: verifier }),
			options
		);
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({
			error: 'invalid_grant',
			code: 'oidc.invalid_grant',
			message: expect.stringMatching(/\w/)
		});
	});
});

describe('a machine', () => {
	it('gets a token by client credentials', async () => {
		const machine = await foyer.createApplication({ type: 'MachineToMachine', redirectUris: [] });
		const itself = { client_id: machine.id };
		const answer = await oauth.clientCredentialsGrantRequest(
			server,
			itself,
			oauth.ClientSecretBasic(machine.secret ?? ''),
			new URLSearchParams(),
			options
		);
		expect(await oauth.processClientCredentialsResponse(server, itself, answer)).toMatchObject({
			token_type: 'bearer'
		});
	});
});
