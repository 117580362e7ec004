// One-time tokens over HTTP: what an administrator hands out, once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMachine, type Machine } from '../support/management.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let machine: Machine;
beforeAll(async () => {
	foyer = await startFoyer();
	machine = await openMachine(foyer);
});
afterAll(() => foyer.stop());

type Token = { id: string; token: string; email: string; status: string; createdAt: number; expiresAt: number };
let count = 0;
const someEmail = () => `ada-${(count += 1)}@example.com`;
const create = async (body: object = {}) => {
	const { body: token } = await machine.api('POST', 'one-time-tokens', { email: someEmail(), ...body });
	return token as Token;
};

describe('a one-time token', () => {
	it('is shown once, when it is made', async () => {
		const answer = await machine.api('POST', 'one-time-tokens', { email: 'Grace@Example.COM' });
		expect(answer.status).toBe(201);
		const { token, ...rest } = answer.body as Token;
		expect(token).toMatch(/^[\w-]{43}$/);
		expect(rest).toEqual({
			id: expect.any(String),
			email: 'grace@example.com',
			status: 'active',
			context: {},
			createdAt: expect.any(Number),
			expiresAt: rest.createdAt + 600_000
		});
		expect((await machine.api('GET', `one-time-tokens/${rest.id}`)).body).toEqual(rest);
		expect((await machine.api('GET', 'one-time-tokens?email=grace@example.com')).body).toEqual([rest]);
	});

	it('keeps what it is meant for, and for how long', async () => {
		const token = await create({ expiresIn: 86_400, context: { interactionEvent: 'Register' } });
		expect(token).toMatchObject({ context: { interactionEvent: 'Register' } });
		expect(token.expiresAt - token.createdAt).toBe(86_400_000);
	});

	it('is used up by its first check', async () => {
		const { token, email, id } = await create();
		const verify = (body: object) => machine.api('POST', 'one-time-tokens/verify', body);
		expect(await verify({ token, email: 'eve@example.com' })).toMatchObject({
			status: 400,
			body: { code: 'one_time_token.email_mismatch' }
		});
		expect(await verify({ token, email })).toMatchObject({ status: 200, body: { id, status: 'consumed' } });
		expect(await verify({ token, email })).toMatchObject({
			status: 400,
			body: { code: 'one_time_token.token_consumed' }
		});
		expect(await verify({ token: 'nonsense', email })).toMatchObject({
			status: 404,
			body: { code: 'one_time_token.token_not_found' }
		});
	});

	it('expires', async () => {
		const { token, email, id } = await create({ expiresIn: 30 });
		await foyer.advanceClock(30_000);
		expect(await machine.api('POST', 'one-time-tokens/verify', { token, email })).toMatchObject({
			status: 400,
			body: { code: 'one_time_token.token_expired' }
		});
		expect((await machine.api('GET', `one-time-tokens/${id}`)).body).toMatchObject({ status: 'expired' });
	});

	it('can be withdrawn, and removed', async () => {
		const { id } = await create();
		const close = (status: string) => machine.api('PUT', `one-time-tokens/${id}/status`, { status });
		expect(await close('active')).toMatchObject({ status: 400, body: { code: 'guard.invalid_input' } });
		expect(await close('revoked')).toMatchObject({ status: 200, body: { status: 'revoked' } });
		expect(await close('consumed')).toMatchObject({ status: 400, body: { code: 'one_time_token.token_revoked' } });
		expect((await machine.api('DELETE', `one-time-tokens/${id}`)).status).toBe(204);
		for (const [method, path, body] of [
			['GET', '', undefined],
			['DELETE', '', undefined],
			['PUT', '/status', { status: 'revoked' }]
		] as const) {
			expect(await machine.api(method, `one-time-tokens/${id}${path}`, body)).toMatchObject({
				status: 404,
				body: { code: 'entity.not_exists_with_id', data: { id } }
			});
		}
	});

	it.each([
		[{}],
		[{ email: 7 }],
		[{ email: 'ada' }],
		[{ email: 'ada\u0000@example.com' }],
		[{ email: 'ada@example.com', expiresIn: 0 }],
		[{ email: 'ada@example.com', expiresIn: 86_401 }],
		[{ email: 'ada@example.com', expiresIn: '600' }],
		[{ email: 'ada@example.com', context: { interactionEvent: 'Delete' } }],
		[[]],
		['text']
	])('is not made from %j', async (body) => {
		const answer = await machine.api('POST', 'one-time-tokens', body);
		expect(answer.status).toBe(400);
		expect((answer.body as { code: string }).code).toMatch(/^(guard\.invalid_input|user\.invalid_email)$/);
	});
});

describe('the list', () => {
	it('says how many there are and where the others are', async () => {
		const email = someEmail();
		for (let index = 0; index < 3; index++) await create({ email });
		const address = `one-time-tokens?email=${encodeURIComponent(email)}&status=active&page=2&page_size=1`;
		const { body, headers } = await machine.api('GET', address);
		expect(body).toHaveLength(1);
		expect(headers.get('total-number')).toBe('3');
		const at = (page: number) => `</api/${address.replace('page=2', `page=${page}`).replace('@', '%40')}>`;
		expect(headers.get('link')).toBe(
			`${at(1)}; rel="first", ${at(1)}; rel="prev", ${at(3)}; rel="next", ${at(3)}; rel="last"`
		);
	});

	it.each(['page=0', 'page=x', 'page_size=101', 'page_size=-1', 'page=1.5', 'status=none', 'page=9e99'])(
		'refuses ?%s',
		async (query) => {
			expect(await machine.api('GET', `one-time-tokens?${query}`)).toMatchObject({
				status: 400,
				body: { code: 'guard.invalid_input' }
			});
		}
	);

	it.each(['%00', 'a%20b', 'x'.repeat(200), '%F0%9F%98%80'])('knows no token %s', async (id) => {
		expect((await machine.api('GET', `one-time-tokens/${id}`)).status).toBe(404);
	});
});
