// Who gets into the management API: nobody but a machine with a token. Every route is closed unless it is named here.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, signInWithCode } from '../support/api-client.ts';
import { askToken, openMachine, type Machine } from '../support/management.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

/** What people need, what tells nothing, and receipts: their address is a secret of its own. */
const open = [
	'my-account',
	'verifications',
	'experience',
	'.well-known',
	'status',
	'interaction/consent',
	'openapi.json',
	'receipts',
	'[...rest]'
];

const folder = path.resolve(import.meta.dirname, '../../src/routes/api');
const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => path.basename(file) === '+server.ts')
	.map((file) => ({ route: path.dirname(file), source: readFileSync(path.join(folder, file), 'utf8') }));
const closed = routes
	.filter(({ route }) => !open.some((name) => route === name || route.startsWith(`${name}/`)))
	.flatMap(({ route, source }) =>
		[...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE|fallback)\b/g)].map(
			([, method = '']) => [method === 'fallback' ? 'GET' : method, route] as const
		)
	);

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer();
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

const ask = (method: string, route: string, headers: Record<string, string> = {}, body?: unknown) =>
	openBrowser(foyer.origin).api(method, `/api/${route.replace(/\[\w+\]/g, 'some-id')}`, body, headers);

describe('every other route of the API', () => {
	it('is known to this test', () => {
		expect(closed.length).toBeGreaterThan(0);
		expect(closed).toContainEqual(['PATCH', 'sign-in-exp']);
	});

	it.each(closed)('refuses %s /api/%s without a token', async (method, route) => {
		for (const body of [undefined, {}, { nonsense: '\u0000' }]) {
			const answer = await ask(method, route, {}, method === 'GET' ? undefined : body);
			expect(answer).toMatchObject({ status: 401, body: { code: 'auth.authorization_header_missing' } });
			expect(answer.headers.get('www-authenticate')).toBe('Bearer');
		}
	});

	it.each(closed)('refuses %s /api/%s with the token of a person', async (method, route) => {
		const { tokens } = await signIn();
		for (const token of [tokens.access_token, tokens.id_token]) {
			const answer = await ask(method, route, { authorization: `Bearer ${token}` });
			expect(answer).toMatchObject({ status: 401, body: { code: 'auth.unauthorized' } });
		}
	});
});

describe('without the scope', () => {
	let headers: Record<string, string>;
	beforeAll(async () => {
		const more = ['--management'];
		const application = await foyer.createApplication({ type: 'MachineToMachine', redirectUris: [], more });
		headers = { authorization: `Bearer ${await askToken(foyer.origin, application, { scope: '' })}` };
	});

	it.each(closed)('a machine is refused %s /api/%s', async (method, route) => {
		expect(await ask(method, route, headers)).toMatchObject({ status: 403, body: { code: 'auth.forbidden' } });
	});
});

describe('a token', () => {
	it('lets a machine in, whatever the case of the word before it', async () => {
		expect((await machine.api('GET', 'sign-in-exp')).status).toBe(200);
		expect((await ask('GET', 'sign-in-exp', { authorization: `bearer  ${machine.token}` })).status).toBe(200);
	});

	it.each([
		['Basic YTpi', 'auth.authorization_token_type_not_supported'],
		['DPoP x', 'auth.authorization_token_type_not_supported'],
		['Bearers x', 'auth.authorization_token_type_not_supported'],
		['Bearer', 'auth.unauthorized'],
		['Bearer ', 'auth.unauthorized'],
		['Bearer x', 'auth.unauthorized'],
		['Bearer a.b.c', 'auth.unauthorized'],
		[`Bearer ${'x'.repeat(8000)}`, 'auth.unauthorized']
	])('is needed, not %j', async (authorization, code) => {
		expect(await ask('GET', 'sign-in-exp', { authorization })).toMatchObject({ status: 401, body: { code } });
	});

	it('needs the grant of an operator, today', async () => {
		const { id, secret } = await foyer.createApplication({ type: 'MachineToMachine', redirectUris: [] });
		const read = async (token: string) =>
			(await ask('GET', 'sign-in-exp', { authorization: `Bearer ${token}` })).body as { code?: string };
		const useNow = async () => (await read(await askToken(foyer.origin, { id, secret }))).code;
		expect(await useNow()).toBe('auth.forbidden');
		expect((await foyer.run(['app', 'update', id, '--management'])).code).toBe(0);
		await expect.poll(useNow, { timeout: 5000 }).toBeUndefined();
		const token = await askToken(foyer.origin, { id, secret });
		expect((await foyer.run(['app', 'update', id, '--no-management'])).code).toBe(0);
		await expect.poll(async () => (await read(token)).code, { timeout: 5000 }).toBe('auth.forbidden');
	});

	it('is worth nothing in a cookie or in the query', async () => {
		const inQuery = await ask('GET', `sign-in-exp?access_token=${machine.token}`);
		expect(inQuery.status).toBe(401);
		expect((await ask('GET', 'sign-in-exp', { cookie: `authorization=Bearer ${machine.token}` })).status).toBe(401);
	});

	it('is worth nothing a second after its application was removed', async () => {
		const gone = await openMachine(foyer);
		expect((await gone.api('GET', 'sign-in-exp')).status).toBe(200);
		expect((await foyer.run(['app', 'remove', gone.id])).code).toBe(0);
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(await gone.api('GET', 'sign-in-exp')).toMatchObject({ status: 401, body: { code: 'auth.unauthorized' } });
	});
});

let signedIn: ReturnType<typeof signInWithCode> | undefined;
const signIn = () => (signedIn ??= signInWithCode(foyer, { phone: somePhone() }));
