// Tokens for the management API: who gets one, and which are believed.
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { managementIndicator } from '../../src/lib/contract/management-api.ts';
import { rotateKeys } from '../../src/lib/server/oidc/keys.ts';
import { createMachineTokens } from '../../src/lib/server/oidc/machine-tokens.ts';
import type { Application, MachineTokens } from '../../src/lib/server/usecases/ports.ts';
import { application, authorization, basic, form, json, openHarness, person, type Harness } from './oidc-harness.ts';

let foyer: Harness;
let machineTokens: MachineTokens;

beforeAll(async () => {
	foyer = await openHarness();
	await foyer.store.users.insert(person());
	await foyer.store.applications.insert(
		application({ ...machine, id: 'machine', secret: 'machineSecret1', mayManage: true })
	);
	await foyer.store.applications.insert(application({ ...machine, id: 'other', secret: 'otherSecret1' }));
	await foyer.store.applications.insert(application({ id: 'web', type: 'Traditional', secret: 'webSecret1' }));
	machineTokens = createMachineTokens({ ...foyer.store, origin: foyer.origin });
});
afterAll(() => foyer.close());
afterEach(() => {
	vi.useRealTimers();
});

const machine: Pick<Application, 'type' | 'redirectUris'> = { type: 'MachineToMachine', redirectUris: [] };

async function ask(fields: Record<string, string>, authorizationHeader = basic('machine', 'machineSecret1')) {
	const request = form({ grant_type: 'client_credentials', ...fields });
	const headers = { ...(request.headers as Record<string, string>), authorization: authorizationHeader };
	const response = await foyer.send('/oidc/token', { ...request, headers });
	return { status: response.status, body: await json(response) };
}

async function aToken(fields: Record<string, string> = {}): Promise<string> {
	const { body } = await ask({ resource: managementIndicator, scope: 'all', ...fields });
	return String(body.access_token);
}

/** Signed with our own current key, but saying something else. */
async function forge(claims: Record<string, unknown>, typ = 'at+jwt'): Promise<string> {
	const key = (await foyer.store.keys.list()).find(({ status }) => status === 'current');
	const valid = decodeJwt(await aToken());
	return new SignJWT({ ...valid, ...claims })
		.setProtectedHeader({ alg: 'ES384', typ, kid: key?.id })
		.sign(await importJWK(key?.jwk as JWK, 'ES384'));
}

describe('a machine that asks for the management API', () => {
	it('gets a signed token for an hour', async () => {
		const { status, body } = await ask({ resource: managementIndicator, scope: 'all' });
		expect(status).toBe(200);
		expect(body).toMatchObject({ token_type: 'Bearer', scope: 'all', expires_in: 3600 });
		expect(decodeProtectedHeader(String(body.access_token))).toMatchObject({ alg: 'ES384', typ: 'at+jwt' });
		expect(decodeJwt(String(body.access_token))).toMatchObject({
			iss: `${foyer.origin}/oidc`,
			aud: managementIndicator,
			client_id: 'machine',
			sub: 'machine',
			scope: 'all'
		});
	});

	it('gets no scope where nobody has granted it the API', async () => {
		const { status, body } = await ask({ resource: managementIndicator, scope: 'all' }, basic('other', 'otherSecret1'));
		expect(status).toBe(200);
		expect(body.scope).toBe('');
		expect(await machineTokens.verify(String(body.access_token))).toEqual({ applicationId: 'other', scopes: [] });
	});

	it('may name it by our own address', async () => {
		const token = await aToken({ resource: `${foyer.origin}/api` });
		expect(decodeJwt(token).aud).toBe(`${foyer.origin}/api`);
		expect(await machineTokens.verify(token)).toEqual({ applicationId: 'machine', scopes: ['all'] });
	});

	it('gets no scope that it did not ask for, and none that there is not', async () => {
		for (const scope of ['', 'read:users', 'openid']) {
			const token = await aToken({ scope });
			expect(await machineTokens.verify(token)).toEqual({ applicationId: 'machine', scopes: [] });
		}
	});

	it('is refused any other resource', async () => {
		for (const resource of [
			'https://api.example/',
			'https://default.logto.app/api/',
			`${managementIndicator}#x`,
			'x'
		]) {
			expect(await ask({ resource, scope: 'all' })).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
		}
	});
});

describe('an application that acts for people', () => {
	it('gets no such token by its own secret', async () => {
		const asked = await ask({ resource: managementIndicator, scope: 'all' }, basic('web', 'webSecret1'));
		expect(asked).toMatchObject({
			status: 400,
			body: { error: 'invalid_request', error_description: expect.stringContaining('grant type is not allowed') }
		});
	});

	it('gets none for a person either', async () => {
		const { url } = authorization({ client_id: 'web', resource: managementIndicator, scope: 'openid all' });
		const location = (await foyer.send(url)).headers.get('location') ?? '';
		expect(new URL(location).searchParams.get('error')).toBe('invalid_target');
	});
});

describe('a token at the management API', () => {
	it('is believed while it lasts', async () => {
		const token = await aToken();
		expect(await machineTokens.verify(token)).toEqual({ applicationId: 'machine', scopes: ['all'] });
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_601_000 });
		expect(await machineTokens.verify(token)).toBeUndefined();
	});

	it.each([
		['of another issuer', { iss: 'https://elsewhere.example/oidc' }, 'at+jwt'],
		['of another audience', { aud: 'https://api.example/' }, 'at+jwt'],
		['of the audience of applications', { aud: 'machine' }, 'at+jwt'],
		['without an end', { exp: undefined }, 'at+jwt'],
		['without an owner', { client_id: undefined }, 'at+jwt'],
		['whose owner is no text', { client_id: 7 }, 'at+jwt'],
		['that is an ID token', {}, 'JWT']
	])('%s is not, though our key has signed it', async (_name, claims, typ) => {
		expect(await machineTokens.verify(await forge(claims, typ))).toBeUndefined();
	});

	it('is not when another key has signed it, by whatever name', async () => {
		const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
		const claims = decodeJwt(await aToken());
		const { kid } = decodeProtectedHeader(await aToken());
		for (const header of [
			{ kid },
			{ kid: 'unknown' },
			{ jwk: await exportJWK(publicKey) },
			{ jku: 'https://e.example' }
		]) {
			const token = await new SignJWT(claims)
				.setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', ...header })
				.sign(privateKey);
			expect(await machineTokens.verify(token)).toBeUndefined();
		}
	});

	it('is not when it is unsigned, cut, opaque or nothing of the kind', async () => {
		const token = await aToken();
		const [, payload] = token.split('.');
		const unsigned = `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`;
		const opaque = String((await ask({})).body.access_token);
		for (const text of [unsigned, token.slice(0, -4), opaque, '', '..', 'a.b.c', '\u0000', `${token}.x`]) {
			expect(await machineTokens.verify(text)).toBeUndefined();
		}
	});

	it('is believed a second after the keys were rotated, and so are the tokens from before', async () => {
		const before = await aToken();
		await machineTokens.verify(before);
		await rotateKeys(foyer.store.keys, Date.now());
		const after = await forge({ jti: 'after' });
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1000 });
		expect(await machineTokens.verify(after)).toBeDefined();
		expect(await machineTokens.verify(before)).toBeDefined();
	});
});
