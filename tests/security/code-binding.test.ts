// T17: an authorization code is worth something to its own application only, with its own address, verifier and secret;
// a token is worth nothing once a character of it has changed.
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithCode, type Application, type SignedIn } from '../support/api-client.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

const verifier = randomBytes(32).toString('base64url');
const [callback, otherCallback] = ['http://localhost:9/callback', 'http://localhost:9/other'] as const;

let foyer: Foyer;
let mine: Application;
let other: Application;
let me: SignedIn;
beforeAll(async () => {
	foyer = await startFoyer();
	const create = async (name: string): Promise<Application> => {
		const { id, secret } = await foyer.createApplication({ name, redirectUris: [callback, otherCallback] });
		return { id, secret, redirectUri: callback };
	};
	[mine, other] = [await create('Mine'), await create('Other')];
	me = await signInWithCode(foyer, { phone: somePhone() }, { application: mine });
});
afterAll(() => foyer.stop());

/** A fresh code: the browser is signed in, so the provider asks nothing. */
async function freshCode(): Promise<string> {
	const query = new URLSearchParams({
		client_id: mine.id,
		redirect_uri: callback,
		response_type: 'code',
		scope: 'openid offline_access',
		prompt: 'consent',
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256'
	});
	const { away } = await me.browser.follow(`/oidc/auth?${query}`);
	const code = away?.searchParams.get('code');
	if (!code) throw new Error(`no code: ${away?.href}`);
	return code;
}

type Exchange = { code: string; by: Application; redirectUri: string; verifier: string | undefined };

async function exchange(changes: Partial<Exchange> = {}) {
	const wanted = { code: await freshCode(), by: mine, redirectUri: callback, verifier, ...changes };
	const basic = Buffer.from(`${wanted.by.id}:${wanted.by.secret}`).toString('base64');
	const answer = await fetch(`${foyer.origin}/oidc/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}` },
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			code: wanted.code,
			redirect_uri: wanted.redirectUri,
			...(wanted.verifier && { code_verifier: wanted.verifier })
		})
	});
	return { status: answer.status, body: (await answer.json()) as { error?: string; access_token?: string } };
}

describe('a code', () => {
	it('opens with everything that belongs to it', async () => {
		expect((await exchange()).status).toBe(200);
	});

	it.each<[string, () => Partial<Exchange>, number, string]>([
		['another application', () => ({ by: other }), 400, 'invalid_grant'],
		['another address of the same application', () => ({ redirectUri: otherCallback }), 400, 'invalid_grant'],
		['another verifier', () => ({ verifier: randomBytes(32).toString('base64url') }), 400, 'invalid_grant'],
		['no verifier', () => ({ verifier: undefined }), 400, 'invalid_grant'],
		['a wrong secret', () => ({ by: { ...mine, secret: `${mine.secret}x` } }), 401, 'invalid_client'],
		['the secret of another', () => ({ by: { ...mine, secret: other.secret } }), 401, 'invalid_client']
	])('stays shut for %s', async (_, changes, status, error) => {
		expect(await exchange(changes())).toMatchObject({ status, body: { error } });
	});

	it('stays shut with a character changed, lost or added', async () => {
		for (const spoil of [changed, shortened, (text: string) => `${text}A`]) {
			expect(await exchange({ code: spoil(await freshCode()) })).toMatchObject({ status: 400 });
		}
	});
});

describe('a token', () => {
	const user = (token: string) =>
		fetch(`${foyer.origin}/oidc/me`, { headers: { authorization: `Bearer ${token}` } }).then(({ status }) => status);

	it.each([
		['changed', changed],
		['shortened', shortened]
	])('that was %s opens nothing', async (_, spoil) => {
		expect(await user(me.tokens.access_token)).toBe(200);
		expect(await user(spoil(me.tokens.access_token))).toBe(401);
		const basic = Buffer.from(`${mine.id}:${mine.secret}`).toString('base64');
		const renewed = await fetch(`${foyer.origin}/oidc/token`, {
			method: 'POST',
			headers: { authorization: `Basic ${basic}` },
			body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: spoil(me.tokens.refresh_token ?? '') })
		});
		expect(await renewed.json()).toMatchObject({ error: 'invalid_grant' });
	});

	it('of one kind does not pass for another', async () => {
		expect(await user(me.tokens.id_token)).toBe(401);
		expect(await user(me.tokens.refresh_token ?? '')).toBe(401);
	});

	it('is not renewed by another application', async () => {
		const basic = Buffer.from(`${other.id}:${other.secret}`).toString('base64');
		const renewed = await fetch(`${foyer.origin}/oidc/token`, {
			method: 'POST',
			headers: { authorization: `Basic ${basic}` },
			body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: me.tokens.refresh_token ?? '' })
		});
		expect(await renewed.json()).toMatchObject({ error: 'invalid_grant' });
	});
});

/** In the middle: the last character of base64url may hold bits that nobody reads. */
function changed(text: string): string {
	const middle = Math.floor(text.length / 2);
	return text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1);
}

function shortened(text: string): string {
	return text.slice(0, -2);
}
