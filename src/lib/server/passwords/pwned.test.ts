import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPasswords } from './passwords.ts';
import { createPwnedLookup } from './pwned.ts';

// SHA-1 of “password”: 5BAA6 1E4C9B93F3F0682250B6CF8331B7EE68FD8.
const suffix = '1E4C9B93F3F0682250B6CF8331B7EE68FD8';
const range = `0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n${suffix}:9545824\r\n01330C689E5D64F660D6947A93AD634EF8F:0`;

let stop: (() => void) | undefined;
afterEach(() => stop?.());

async function ask(answer: RequestListener, password = 'password') {
	const failures: string[] = [];
	const requests: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		requests.push(request);
		answer(request, response);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	stop = () => {
		server.closeAllConnections();
		server.close();
	};
	const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`;
	const isPwned = createPwnedLookup({ fetch, endpoint, onFailure: (reason) => failures.push(reason) });
	return { pwned: await isPwned(password), failures, request: requests[0], isPwned };
}

describe('asking whether a breach holds a password', () => {
	it('tells five digits of its hash and asks for padding', async () => {
		const { pwned, failures, request } = await ask((_, response) => response.end(range));
		expect({ pwned, failures }).toEqual({ pwned: true, failures: [] });
		expect(request?.url).toBe('/range/5BAA6');
		expect(request?.headers['add-padding']).toBe('true');
	});

	it('takes padding for what it is', async () => {
		const { pwned } = await ask((_, response) => response.end(`${suffix}:0\r\n`));
		expect(pwned).toBe(false);
	});

	it('accepts a password that no breach holds', async () => {
		const { pwned, failures } = await ask((_, response) => response.end(range), 'kwtrxfmq');
		expect({ pwned, failures }).toEqual({ pwned: false, failures: [] });
	});

	it.each<[string, string, RequestListener]>([
		['an error', 'status 503', (_, response) => response.writeHead(503).end(range)],
		['a redirect', 'TypeError', (_, response) => response.writeHead(302, { location: '/elsewhere' }).end()],
		['a broken line', 'TypeError', (request) => request.socket.destroy()],
		['silence for a second', 'TimeoutError', () => undefined],
		['half an answer', 'TimeoutError', (_, response) => response.write(range)]
	])('lets the password pass and says so when the answer is %s', async (_, reason, answer) => {
		const { pwned, failures } = await ask(answer);
		expect({ pwned, failures }).toEqual({ pwned: false, failures: [reason] });
	});

	it('happens only where it is turned on, and not for what the shipped list knows', async () => {
		const { isPwned } = await ask((_, response) => response.end(range));
		let asked = 0;
		const counted = (password: string) => (asked++, isPwned(password));
		expect(await createPasswords({ isPwned: counted }).isCompromised('password')).toBe(true);
		expect(asked).toBe(0);
		expect(await createPasswords({ isPwned: counted }).isCompromised('kwtrxfmq')).toBe(false);
		expect(asked).toBe(1);
		expect(await createPasswords().isCompromised('kwtrxfmq')).toBe(false);
	});
});
