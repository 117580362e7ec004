// Signing keys: made once, rotated without a token that cannot be verified.
import { createRemoteJWKSet, customFetch, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureSigningKeys, rotateKeys, toJwks } from '../../src/lib/server/oidc/keys.ts';
import { application, form, json, openHarness, person, redirectUri, signIn, type Harness } from './oidc-harness.ts';

let foyer: Harness;
let now = Date.now();

beforeAll(async () => {
	foyer = await openHarness({ now: () => now });
});
afterAll(() => foyer.close());

async function idToken(): Promise<string> {
	const { code, verifier } = await signIn(foyer, foyer.browser(), { client_id: 'shop' });
	const grant = {
		grant_type: 'authorization_code',
		redirect_uri: redirectUri,
		client_id: 'shop',
		code,
		code_verifier: verifier
	};
	return String((await json(await foyer.send('/oidc/token', form(grant)))).id_token);
}

const kidOf = (token: string) => decodeProtectedHeader(token).kid;
const published = async () => (await json(await foyer.send('/oidc/jwks'))).keys as Record<string, string>[];

describe('the first start', () => {
	it('makes one set of keys, however many processes start at once', async () => {
		const sets = await Promise.all(Array.from({ length: 5 }, () => ensureSigningKeys(foyer.store.keys)));
		const ids = sets.map((keys) => keys.map(({ id }) => id).sort());
		expect(new Set(ids.map(String)).size).toBe(1);
		expect(sets[0]?.map(({ status }) => status)).toEqual(['next', 'current']);
	});

	it('names a key by the SHA-256 of its public members', async () => {
		const [key] = toJwks(await foyer.store.keys.list()).keys;
		const { crv, kty, x, y } = key ?? {};
		const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
		expect(key?.kid).toBe(Buffer.from(digest).toString('base64url'));
	});
});

describe('a rotation', () => {
	it('signs with the key that everybody knows already, within a minute and without a restart', async () => {
		await foyer.store.users.insert(person());
		await foyer.store.applications.insert(application({ id: 'shop' }));
		const known = createRemoteJWKSet(new URL('/oidc/jwks', foyer.origin), { [customFetch]: (url) => foyer.send(url) });
		const before = await idToken();
		await jwtVerify(before, known);
		const next = (await foyer.store.keys.list()).find(({ status }) => status === 'next');

		await rotateKeys(foyer.store.keys, now);
		expect(kidOf(await idToken())).toBe(kidOf(before));
		now += 31_000;
		await published();
		await expect.poll(async () => kidOf(await idToken())).toBe(next?.id);

		// A verifier that has not looked at the keys since, and one that looks now.
		await jwtVerify(await idToken(), known);
		const fresh = createRemoteJWKSet(new URL('/oidc/jwks', foyer.origin), { [customFetch]: (url) => foyer.send(url) });
		await jwtVerify(before, fresh);
		await jwtVerify(await idToken(), fresh);
	});

	it('publishes all keys, and nothing private', async () => {
		const keys = await published();
		expect(keys).toHaveLength(3);
		for (const key of keys) {
			expect(key).toMatchObject({ kty: 'EC', crv: 'P-384', alg: 'ES384', use: 'sig' });
			expect(key).not.toHaveProperty('d');
		}
	});

	it('keeps sessions: cookies are signed with a key of their own', async () => {
		const browser = foyer.browser();
		await signIn(foyer, browser, { client_id: 'shop' });
		await rotateKeys(foyer.store.keys, now);
		now += 31_000;
		await published();
		const { location } = await signIn(foyer, browser, { client_id: 'shop', prompt: 'none' });
		expect(location.searchParams.has('code')).toBe(true);
	});

	it('forgets the oldest in the end', async () => {
		for (let count = 0; count < 6; count++) await rotateKeys(foyer.store.keys, now + count);
		const statuses = (await foyer.store.keys.list()).map(({ status }) => status);
		expect(statuses).toEqual(['next', 'current', 'previous', 'previous', 'previous']);
	});
});
