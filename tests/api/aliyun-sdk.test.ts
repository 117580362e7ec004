// An independent judge: Aliyun's own SDK sends through the sandbox, and is refused for Aliyun's reasons.
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';

// The SDK is CommonJS, and its types do not fit an import from a module.
const sdk = createRequire(import.meta.url)('@alicloud/dysmsapi20170525') as {
	default: new (config: Record<string, unknown>) => Client;
	SendSmsRequest: new (fields: Record<string, unknown>) => object;
	QuerySendDetailsRequest: new (fields: Record<string, unknown>) => object;
};

type Reply = { statusCode: number; body: Record<string, unknown> };
type Client = { sendSms(request: object): Promise<Reply>; querySendDetails(request: object): Promise<Reply> };

let clock = 0;
let sandbox: Sandbox;
beforeEach(async () => {
	clock = 0;
	sandbox = await startSandbox({ port: 0, now: () => Date.now() + clock });
});
afterEach(() => sandbox.close());

const schemes = { 'ACS3-HMAC-SHA256': {}, 'HMAC-SHA1': { signatureAlgorithm: 'v2' } };
type Options = { secret?: string; accessKeyId?: string; port?: number; scheme?: Record<string, string> };

function createClient({ secret, accessKeyId, port, scheme }: Options = {}): Client {
	const { credentials } = sandbox;
	return new sdk.default({
		accessKeyId: accessKeyId ?? credentials.accessKeyId,
		accessKeySecret: secret ?? credentials.accessKeySecret,
		endpoint: `127.0.0.1:${port ?? sandbox.port}`,
		protocol: 'http',
		...scheme
	});
}

function sms(phoneNumbers = '13490000100', more: Record<string, unknown> = {}): object {
	const { signName, templateCode } = sandbox.credentials;
	const templateParam = '{"code":"482913"}';
	return new sdk.SendSmsRequest({ phoneNumbers, signName, templateCode, templateParam, ...more });
}

async function received(): Promise<{ to: string; code: string; text: string }[]> {
	return (await (await fetch(`${sandbox.url}/_sandbox/messages`)).json()) as never;
}

describe.each(Object.entries(schemes))('the official SDK signing with %s', (_name, scheme) => {
	it('sends with the right secret', async () => {
		const { statusCode, body } = await createClient({ scheme }).sendSms(sms());
		expect(statusCode).toBe(200);
		expect(body).toMatchObject({ code: 'OK', message: 'OK', bizId: expect.stringMatching(/^\d+\^0$/) });
		expect(await received()).toMatchObject([
			{ to: '+8613490000100', code: '482913', text: expect.stringMatching(/^【Foyer演示】.*482913/) }
		]);
	});

	it('sends with characters that encoders get wrong', async () => {
		const { body } = await createClient({ scheme }).sendSms(sms('13490000100', { outId: "~*!'() +&=/中" }));
		expect(body).toMatchObject({ code: 'OK' });
	});

	it.each([
		['a wrong secret', { secret: 'wrong' }, 400, 'SignatureDoesNotMatch'],
		['an unknown key', { accessKeyId: 'nobody' }, 404, 'InvalidAccessKeyId.NotFound']
	])('is refused with %s', async (_reason, options, statusCode, code) => {
		const sending = createClient({ scheme, ...options }).sendSms(sms());
		await expect(sending).rejects.toMatchObject({ code, statusCode });
		expect(await received()).toEqual([]);
	});

	it.each([16, -16])('is refused when its clock is %i minutes off', async (minutes) => {
		clock = minutes * 60_000;
		await expect(createClient({ scheme }).sendSms(sms())).rejects.toMatchObject({ code: 'InvalidTimeStamp.Expired' });
		clock = Math.sign(minutes) * 14 * 60_000;
		expect((await createClient({ scheme }).sendSms(sms())).body).toMatchObject({ code: 'OK' });
	});

	it('cannot have its request sent again by somebody who saw it', async () => {
		const wire = await tapWire();
		try {
			await createClient({ scheme, port: wire.port }).sendSms(sms());
			const [seen] = wire.seen;
			expect((await received()).length).toBe(1);
			const again = await wire.forward(seen as Seen);
			expect(again).toMatchObject({ status: 400, body: expect.stringContaining('SignatureNonceUsed') });
			expect((await received()).length).toBe(1);
		} finally {
			await wire.close();
		}
	});

	it('cannot have its request bent to another number on the way', async () => {
		const wire = await tapWire((request) => ({
			...request,
			url: request.url.replace('13490000100', '13490000101'),
			body: request.body.replace('13490000100', '13490000101')
		}));
		try {
			const sending = createClient({ scheme, port: wire.port }).sendSms(sms());
			await expect(sending).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
		} finally {
			await wire.close();
		}
	});

	it('is told of the limit of one a minute, which it does not take for an error', async () => {
		const client = createClient({ scheme });
		await client.sendSms(sms());
		const { statusCode, body } = await client.sendSms(sms());
		expect(statusCode).toBe(200);
		expect(body).toMatchObject({ code: 'isv.BUSINESS_LIMIT_CONTROL', message: '触发分钟级流控Permits:1' });
	});

	it('learns what became of a message', async () => {
		const client = createClient({ scheme });
		const { bizId } = (await client.sendSms(sms())).body;
		const sendDate = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
		const query = { phoneNumber: '13490000100', bizId, sendDate, pageSize: 10, currentPage: 1 };
		const { body } = await client.querySendDetails(new sdk.QuerySendDetailsRequest(query));
		expect(body).toMatchObject({
			code: 'OK',
			smsSendDetailDTOs: { smsSendDetailDTO: [{ sendStatus: 3, errCode: 'DELIVERED', phoneNum: '13490000100' }] }
		});
	});
});

type Seen = { method: string; url: string; headers: IncomingHttpHeaders; body: string };

/** A wire that somebody listens to: it hands every request on, as it came or bent. */
async function tapWire(bend: (request: Seen) => Seen = (request) => request) {
	const seen: Seen[] = [];
	// Host is signed and names the wire, so it is handed on as it came; fetch would write its own.
	const forward = ({ method, url, headers, body }: Seen) =>
		new Promise<{ status: number; body: string }>((resolve, reject) => {
			const target = { host: '127.0.0.1', port: sandbox.port, method, path: url, headers, agent: false };
			const outgoing = httpRequest(target, async (response) => {
				resolve({ status: response.statusCode ?? 0, body: await readText(response) });
			});
			outgoing.once('error', reject);
			outgoing.end(body);
		});
	const server = createServer(async (request, response) => {
		const { method = '', url = '', headers } = request;
		const captured = bend({ method, url, headers, body: await readText(request) });
		seen.push(captured);
		const answer = await forward(captured);
		response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		seen,
		forward,
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}

async function readText(stream: AsyncIterable<unknown>): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
