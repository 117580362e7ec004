// Who the console's script asks as, against a server at which somebody else signs in meanwhile.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { consoleFetch, signIn } from './console-fetch.svelte.ts';

const ada = { id: 'a', name: 'ada' };
const ben = { id: 'b', name: 'ben' };
const hour = 3_600_000;

let server: Server;
/** Whose the cookie is, who is signed in at the provider, and as whom something was written. */
let cookie: typeof ada | undefined;
let provider: typeof ada | undefined;
let written: string[];

beforeAll(async () => {
	server = createServer((request, response) => {
		if (request.url === '/console/sign-in?silent') cookie = provider;
		else if (cookie && request.url === '/console/write') written.push(cookie.name);
		response.writeHead(cookie ? 200 : 401).end(cookie && JSON.stringify({ lastsMs: hour, me: cookie }));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	// A page's addresses are complete by its own.
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const real = globalThis.fetch;
	vi.stubGlobal('fetch', (path: string, init?: RequestInit) => real(origin + path, init));
});
afterAll(() => {
	vi.unstubAllGlobals();
	server.close();
});

describe('what a page of the console sends', () => {
	beforeEach(() => {
		written = [];
		cookie = provider = ada;
		return signIn.keep(hour, ada.id);
	});
	const write = async () => (await consoleFetch('/console/write', { method: 'PUT' })).status;

	it('is sent again once the sign-in of its administrator was renewed', async () => {
		cookie = undefined;
		expect(await write()).toBe(200);
		expect(written).toEqual(['ada']);
	});

	it('is sent as nobody else, however often, until its administrator is back', async () => {
		[cookie, provider] = [undefined, ben];
		for (let time = 0; time < 2; time++) expect(await write()).toBe(401);
		expect([written, signIn.other, await signIn.ensure()]).toEqual([[], 'ben', false]);
		provider = ada;
		expect(await write()).toBe(200);
		expect([written, signIn.other]).toEqual([['ada'], undefined]);
	});

	it('waits for who is there, when somebody comes back to the page', async () => {
		cookie = ben;
		signIn.look();
		expect(await write()).toBe(401);
		expect([written, signIn.other]).toEqual([[], 'ben']);
	});

	it('is sent as nobody else by a form, either, once the sign-in had ended', async () => {
		signIn.end();
		[cookie, provider] = [ben, ben];
		expect(await signIn.ensure()).toBe(false);
	});
});
