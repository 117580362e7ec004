// What an HTTP receiver gets, what its answers mean, and where messages never go.
import { createHmac } from 'node:crypto';
import type { lookup } from 'node:dns';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../usecases/ports.ts';
import { parseConnectorConfig } from '../parse-config.ts';
import { httpMail, httpSms } from './index.ts';
import { postJson } from './post.ts';

const secret = '7f3c9a1e5b8d2046a7c1e9f3b5d80264';
const message: Message = {
	to: '+14155552671',
	country: 'US',
	type: 'SignIn',
	code: '073519',
	locale: 'en',
	minutes: 5
};

type Answer = { status?: number; headers?: Record<string, string>; body?: string };
let answer: Answer = {};
let arrivals: { headers: Record<string, unknown>; body: string }[] = [];
let endpoint = '';
let close = async () => {};

beforeEach(async () => {
	[answer, arrivals] = [{}, []];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			arrivals.push({ headers: request.headers, body });
			response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? '');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/codes?tenant=1`;
	close = () => new Promise((resolve) => void server.close(() => resolve()));
});
afterEach(() => close());

const send = () => httpSms.send(message, httpSms.config.parse({ endpoint, secret }), globalThis.fetch);

describe('a receiver', () => {
	it('can verify where the message is from, and when it was sent', async () => {
		expect(await send()).toEqual({ ok: true, vendorId: expect.stringMatching(/^[\da-f-]{36}$/) });
		const [{ headers, body }] = arrivals as [(typeof arrivals)[0]];
		const [, at, signature] = /^t=(\d+),v1=([\da-f]{64})$/.exec(String(headers['foyer-signature'])) ?? [];
		expect(signature).toBe(createHmac('sha256', secret).update(`${at}.${body}`).digest('hex'));
		expect(Math.abs(Number(at) - Date.now() / 1000)).toBeLessThan(10);
		expect(JSON.parse(body)).toEqual({
			id: expect.any(String),
			channel: 'sms',
			to: '+14155552671',
			type: 'SignIn',
			payload: { code: '073519', country: 'US', locale: 'en', minutes: 5 }
		});
	});

	it('of mail gets it written, notices too', async () => {
		const config = httpMail.config.parse({ endpoint, secret, authorization: 'Bearer token' });
		await httpMail.send({ ...message, to: 'ada@example.com' }, config, globalThis.fetch);
		await httpMail.notify?.({ to: 'ada@example.com', what: 'password-added', locale: 'en' }, config, globalThis.fetch);
		const [code, notice] = arrivals.map(({ body }) => JSON.parse(body));
		expect(arrivals[0]?.headers['authorization']).toBe('Bearer token');
		expect(code.mail).toMatchObject({ subject: 'Your sign-in code', text: expect.stringContaining('073519') });
		expect(notice).toMatchObject({
			channel: 'email',
			type: 'Notice',
			payload: { what: 'password-added' },
			mail: { subject: 'Your account has a password now' }
		});
	});

	it.each<[Answer, object]>([
		[{ status: 204 }, { ok: true }],
		[{ body: '{"id":"message-0000000001"}' }, { ok: true, vendorId: 'message-0000000001' }],
		[{ body: '{"id":"073519"}' }, { ok: true, vendorId: expect.stringMatching(/^[\da-f-]{36}$/) }],
		[{ body: '<h1>Welcome</h1>' }, { reason: 'unconfirmed', detail: 'no-answer.http-200' }],
		[
			{ status: 302, headers: { location: '/' } },
			{ reason: 'unconfirmed', detail: 'no-answer.redirect' }
		],
		[
			{ status: 400, body: '{"reason":"number-rejected"}' },
			{ reason: 'number-rejected', detail: 'receiver.number-rejected' }
		],
		[
			{ status: 422, body: '{"reason":"country-not-supported"}' },
			{ reason: 'country-not-supported', detail: 'receiver.country-not-supported' }
		],
		[
			{ status: 409, body: '{"reason":"provider"}' },
			{ reason: 'provider', detail: 'receiver.provider' }
		],
		[
			{ status: 400, body: '{"reason":"073519"}' },
			{ reason: 'configuration', detail: 'receiver.http-400' }
		],
		[{ status: 401 }, { reason: 'configuration', detail: 'receiver.http-401' }],
		[{ status: 403 }, { reason: 'configuration', detail: 'receiver.http-403' }],
		[{ status: 404 }, { reason: 'configuration', detail: 'receiver.http-404' }],
		[{ status: 429 }, { reason: 'rate-limited', detail: 'receiver.rate-limited', retryAfter: 60 }],
		[
			{ status: 429, headers: { 'retry-after': '300' } },
			{ reason: 'rate-limited', detail: 'receiver.rate-limited', retryAfter: 300 }
		],
		[{ status: 503 }, { reason: 'unconfirmed', detail: 'no-answer.http-503' }]
	])('that answers %j', async (said, delivery) => {
		answer = said;
		expect(await send()).toMatchObject(delivery);
		expect(arrivals).toHaveLength(1);
	});
});

describe('an endpoint', () => {
	it.each([
		['http://messages.example.com', 'must use https outside this machine'],
		['https://10.0.0.5/codes', 'must not be an address of a private or reserved network'],
		['https://169.254.169.254/latest', 'must not be an address of a private or reserved network'],
		['https://[fd00::1]/', 'must not be an address of a private or reserved network'],
		['https://[::ffff:10.0.0.5]/', 'must not be an address of a private or reserved network'],
		['https://[64:ff9b::a00:5]/', 'must not be an address of a private or reserved network'],
		[
			'https://user:pass@example.com',
			'must be an address such as https://messages.example.com/codes, without credentials or fragment'
		]
	])('%s is refused', (endpoint, issue) => {
		expect(parseConnectorConfig('http-sms', { endpoint, secret })).toMatchObject({
			ok: false,
			issues: [`endpoint: ${issue}`]
		});
	});

	it.each([
		'127.0.0.1',
		'10.1.2.3',
		'169.254.169.254',
		'192.168.0.1',
		'100.64.0.1',
		'::1',
		'fd00::1',
		'::ffff:127.0.0.1'
	])('is not sent to when its name leads to %s', async (address) => {
		const resolve = ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
			done(null, [{ address, family: address.includes(':') ? 6 : 4 }])) as typeof lookup;
		const named = endpoint.replace('127.0.0.1', 'messages.example.com');
		expect(await postJson(named, {}, '{}', resolve)).toEqual({ fault: 'not-sent.private-address' });
		expect(arrivals).toEqual([]);
	});

	it('whose name leads nowhere was provably not sent to', async () => {
		const resolve = ((_name: string, _options: object, done: (error: Error) => void) =>
			done(Object.assign(new Error(), { code: 'ENOTFOUND' }))) as typeof lookup;
		expect(await postJson('https://messages.example.com', {}, '{}', resolve)).toEqual({ fault: 'not-sent.ENOTFOUND' });
	});
});
