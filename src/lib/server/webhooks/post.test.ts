import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge, waitBefore } from './dispatcher.ts';
import { createPost } from './post.ts';
import { isPublicAddress } from './public-address.ts';

let canary: TcpServer;
let port: number;
let hits = 0;
beforeAll(async () => {
	canary = createTcpServer((socket) => {
		hits += 1;
		socket.destroy();
	});
	await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
	({ port } = canary.address() as AddressInfo);
});
afterAll(() => canary.close());

const hook = (url: string) => ({ config: { url }, signingKey: 'key' });

/** Each means this machine to somebody: to a parser, to a resolver, to a gateway. */
const spellings = [
	...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1', '0x7f.0.0.1', '0177.1', '0177.0.0.1'],
	...['017700000001', '127.0.0.01', '127.000.000.001', '127.0.0.2', '127.255.255.254', '0', '0.0.0.0', '0x0', '00'],
	...['localhost', 'LOCALHOST', 'localhost.', 'LocalHost.', '127.0.0.1.', '%31%32%37.0.0.1', '127%2e0.0.1'],
	...['１２７.０.０.１', '①②⑦.⓪.⓪.①', '127。0。0。1', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]'],
	...['[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]'],
	...['[fe80::1]', '[fc00::1]', '[2001:0:7f00:1::]', 'ada@127.0.0.1', 'example.com@127.0.0.1']
];

describe('an address that leads inward', () => {
	it(`is not called, in any of ${spellings.length} spellings`, { timeout: 30_000 }, async () => {
		expect(spellings.length).toBeGreaterThanOrEqual(40);
		const { post } = createPost({ demo: false });
		for (const host of spellings) {
			for (const scheme of ['https', 'http']) {
				expect(await post(hook(`${scheme}://${host}:${port}/`), '{}'), host).toMatchObject({ ok: false });
			}
		}
		expect(hits).toBe(0);
	});

	it('is not called behind a name, whatever the name meant when it was looked up before', async () => {
		const answers = ['93.184.215.14', '127.0.0.1', '127.0.0.1'];
		const resolve = async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }];
		await resolve();
		const { post, mayCall } = createPost({ demo: false, resolve });
		expect(mayCall(`https://rebind.example:${port}/`)).toBe(true);
		expect(await post(hook(`https://rebind.example:${port}/`), '{}')).toEqual({ ok: false, error: 'not-allowed' });
		expect(hits).toBe(0);
	});

	it('is not called where a name means both worlds', async () => {
		const resolve = async () => ['93.184.215.14', '127.0.0.1'].map((address) => ({ address, family: 4 }));
		const { post } = createPost({ demo: false, resolve });
		expect(await post(hook(`https://both.example:${port}/`), '{}')).toEqual({ ok: false, error: 'not-allowed' });
		expect(hits).toBe(0);
	});

	it('is not public, and what is public is', () => {
		for (const address of ['10.1.2.3', '100.64.0.1', '172.31.0.1', '192.168.1.1', '169.254.169.254', '224.0.0.1'])
			expect(isPublicAddress(address), address).toBe(false);
		for (const address of ['255.255.255.255', '198.18.0.1', 'fd00::1', 'ff02::1', '2001:db8::1', '::ffff:8.8.8.8', 'x'])
			expect(isPublicAddress(address), address).toBe(false);
		for (const address of ['8.8.8.8', '223.5.5.5', '172.32.0.1', '2400:3200::1', '2606:4700::1111'])
			expect(isPublicAddress(address), address).toBe(true);
	});
});

describe('in the demonstration', () => {
	let server: Server;
	let at: string;
	beforeAll(async () => {
		server = createServer((request, response) => {
			if (request.url === '/endless') {
				response.writeHead(200);
				const write = () => response.write('x'.repeat(65_536), write);
				write();
			} else response.writeHead(request.url === '/moved' ? 302 : 200, { location: '/' }).end();
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	it('calls programs on this machine, but nobody else inside', async () => {
		const { post, mayCall } = createPost({ demo: true });
		expect(await post(hook(at), '{}')).toEqual({ ok: true, status: 200 });
		expect(mayCall('http://10.0.0.1/')).toBe(false);
		expect(mayCall('http://[fd00::1]/')).toBe(false);
	});

	it('follows no redirect, and reads nothing of an answer that never ends', async () => {
		const { post } = createPost({ demo: true });
		expect(await post(hook(`${at}/moved`), '{}')).toEqual({ ok: false, status: 302, error: 'answered' });
		expect(await post(hook(`${at}/endless`), '{}')).toEqual({ ok: true, status: 200 });
	});
});

describe('a delivery that failed', () => {
	const delivery = { id: 'd', hookId: 'h', event: 'PostSignIn', body: '{}', attempts: 1, nextAt: 0, createdAt: 0 };
	const pending = { ...delivery, status: 'pending' as const };
	const failed = { ok: false as const, error: 'unreachable' as const };

	it('is tried after longer and longer waits, an hour at most', () => {
		expect([1, 2, 3, 4, 5].map(waitBefore)).toEqual([10_000, 60_000, 360_000, 2_160_000, 3_600_000]);
		expect(judge(pending, failed, { retries: 3, at: 5 })).toMatchObject({
			status: 'pending',
			nextAt: 10_005,
			body: '{}'
		});
	});

	it('is given up after its last try, and at once where it may not go; nothing of its body stays', () => {
		expect(judge({ ...pending, attempts: 4 }, failed, { retries: 3, at: 0 })).toMatchObject({
			status: 'failed',
			body: ''
		});
		expect(judge(pending, { ok: false, error: 'not-allowed' }, { retries: 3, at: 0 })).toMatchObject({
			status: 'failed'
		});
		expect(judge(pending, { ok: true, status: 204 }, { retries: 3, at: 0 })).toMatchObject({
			status: 'delivered',
			body: ''
		});
	});
});
