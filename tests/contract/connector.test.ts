// What every connector promises, whatever its vendor does. A new connector adds itself to `subjects`; that of SMTP, whose
// vendors speak no HTTP, is held to the same in connector-smtp.test.ts.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createMessenger } from '../../src/lib/server/connectors/messenger.ts';
import { connectors } from '../../src/lib/server/connectors/registry.ts';
import { smtp } from '../../src/lib/server/connectors/smtp/index.ts';
import type { Message } from '../../src/lib/server/usecases/ports.ts';
import {
	answer,
	startDeafVendor,
	startMuteVendor,
	startVendor,
	storeOf,
	type Play,
	type Vendor
} from './connector-vendor.ts';

const code = '073519';
const requestId = 'B07D47AE-1111-4222-8333-444455556666';
const keys = { accessKeyId: 'LTAI-test', accessKeySecret: 'not-a-secret' };
const common = { code, type: 'SignIn', locale: 'en', applicationName: 'Acme', minutes: 5 } as const;

type Subject = {
	message: Message;
	config: Record<string, unknown>;
	accepted: unknown;
	vendorId: string;
	/** Any receiver: it answers by status, and an empty answer is a good one. */
	isPlainHttp?: true;
};
const secret = '7f3c9a1e5b8d2046a7c1e9f3b5d80264';

const subjects: Record<string, Subject> = {
	'aliyun-short-message-service': {
		message: { ...common, to: '+8613800138077', country: 'CN' },
		config: { ...keys, signName: '阿里云短信测试', templates: [{ usageType: 'Generic', templateCode: 'SMS_1' }] },
		accepted: { Code: 'OK', Message: 'OK', BizId: '402617584525830937^0', RequestId: requestId },
		vendorId: '402617584525830937^0'
	},
	'aliyun-sms-verification': {
		message: { ...common, to: '+8613800138077', country: 'CN' },
		config: { ...keys, signName: '速通互联验证码', templates: [{ usageType: 'Generic', templateCode: '100001' }] },
		accepted: {
			Code: 'OK',
			Message: 'OK',
			Success: true,
			RequestId: requestId,
			Model: { BizId: '112231421412414124123^4' }
		},
		vendorId: '112231421412414124123^4'
	},
	'aliyun-sms-globe': {
		message: { ...common, to: '+14155552671', country: 'US', host: 'login.example.com' },
		config: keys,
		accepted: { ResponseCode: 'OK', ResponseDescription: 'OK', MessageId: '191921020000000001', RequestId: requestId },
		vendorId: '191921020000000001'
	},
	'aliyun-direct-mail': {
		message: { ...common, to: 'ada.lovelace@example.com' },
		config: { ...keys, accountName: 'hello@mail.example.com' },
		accepted: { EnvId: '600000000000000001', RequestId: requestId },
		vendorId: '600000000000000001'
	},
	'http-sms': {
		message: { ...common, to: '+14155552671', country: 'US' },
		config: { secret },
		accepted: { id: 'message-0000000001' },
		vendorId: 'message-0000000001',
		isPlainHttp: true
	},
	'http-email': {
		message: { ...common, to: 'ada.lovelace@example.com' },
		config: { secret },
		accepted: { id: 'message-0000000001' },
		vendorId: 'message-0000000001',
		isPlainHttp: true
	}
};

it('every connector is held to these promises', () => {
	expect([...Object.keys(subjects), smtp.id].sort()).toEqual(connectors.map(({ id }) => id).sort());
});

const html: Play = (response) =>
	void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
const text =
	(body: string): Play =>
	(response) =>
		void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
const huge = Buffer.alloc(10 * 1024 * 1024, ' ');
const drip: Play = (response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	const timer = setInterval(() => response.write(' '), 200);
	response.on('close', () => clearInterval(timer));
};

/** Afterwards nobody knows: the message may be on its way, so it must not leave a second time. */
const unconfirmed: Record<string, { play: Play; detail: string }> = {
	'half a JSON text': { play: text('{"Code":"O'), detail: 'no-answer.http-200' },
	'JSON that is no object': { play: text('["OK"]'), detail: 'no-answer.http-200' },
	"a proxy's 502 page": { play: html, detail: 'no-answer.http-502' },
	'silence for longer than five seconds': { play: () => {}, detail: 'no-answer.timeout' },
	'one byte at a time for longer than five seconds': { play: drip, detail: 'no-answer.timeout' },
	'a reset after reading the request': {
		play: (response) => void response.socket?.resetAndDestroy(),
		detail: 'no-answer.broken-off'
	},
	'a reset in the middle of the answer': {
		play(response) {
			response.writeHead(200, { 'content-length': '100' }).write('{"Code":');
			setTimeout(() => response.socket?.resetAndDestroy(), 50);
		},
		detail: 'no-answer.broken-off'
	},
	'10 MB': { play: (response) => void response.end(huge), detail: 'no-answer.too-large' },
	'a redirect': {
		play: (response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
		detail: 'no-answer.redirect'
	}
};

/** The same, of a vendor that says in words what it has done. */
const unconfirmedByAliyun: typeof unconfirmed = {
	'10 MB packed small': {
		play: (response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(huge)),
		detail: 'no-answer.too-large'
	},
	'nothing at all': { play: text(''), detail: 'no-answer.http-200' },
	'an object without a code': { play: answer({ RequestId: requestId }), detail: `no-answer.without-code ${requestId}` },
	'a failure inside the vendor': {
		play: answer({ Code: 'InternalError', RequestId: requestId }, 500),
		detail: `InternalError ${requestId}`
	}
};

describe.concurrent.each(connectors.filter(({ id }) => id !== smtp.id))('$id', (connector) => {
	const { message, config, accepted, vendorId, isPlainHttp = false } = subjects[connector.id]!;
	const faults = Object.entries(isPlainHttp ? unconfirmed : { ...unconfirmed, ...unconfirmedByAliyun });
	const secrets = [code, message.to, message.to.slice(1), message.to.slice(3), message.to.split('@')[0]!];

	const send = (endpoint: string, fetch = globalThis.fetch) =>
		connector.send(message, connector.config.parse({ ...config, endpoint }), fetch);

	async function facing(play: Play, run: (vendor: Vendor) => Promise<void>) {
		const vendor = await startVendor(play);
		try {
			await run(vendor);
		} finally {
			await vendor.close();
		}
	}

	it('posts one signed request, and answers with the id of the message', () =>
		facing(answer(accepted), async ({ endpoint, arrivals }) => {
			expect(await send(endpoint)).toEqual({ ok: true, vendorId });
			expect(arrivals).toHaveLength(1);
			expect(arrivals[0]).toMatchObject({ method: 'POST', headers: { host: new URL(endpoint).host } });
			const { authorization, 'foyer-signature': signature } = arrivals[0]!.headers;
			if (isPlainHttp) expect(signature).toMatch(/^t=\d+,v1=[\da-f]{64}$/);
			else expect(authorization).toMatch(/SignedHeaders=(content-type;)?host;x-acs-action;/);
			expect(decodeURIComponent(arrivals[0]!.url + arrivals[0]!.body)).toContain(code);
		}));

	it.concurrent.each(faults)('sends once and stays unsure on %s', (_, { play, detail }) =>
		facing(play, async ({ endpoint, arrivals }) => {
			const startedAt = performance.now();
			expect(await send(endpoint)).toEqual({ ok: false, reason: 'unconfirmed', detail });
			expect(performance.now() - startedAt).toBeLessThan(6_000);
			expect(arrivals).toHaveLength(1);
		})
	);

	it('stays unsure when the connection is reset before a word', async () => {
		const vendor = await startDeafVendor();
		expect(await send(vendor.endpoint)).toEqual({ ok: false, reason: 'unconfirmed', detail: 'no-answer.broken-off' });
		expect(vendor.connections()).toBe(1);
		await vendor.close();
	});

	it('knows that nothing was sent when the connection is refused', async () => {
		const vendor = await startVendor(answer(accepted));
		await vendor.close();
		expect(await send(vendor.endpoint)).toEqual({ ok: false, reason: 'unreachable', detail: 'not-sent.ECONNREFUSED' });
	});

	it.concurrent('knows that nothing was sent when no connection comes about in time', async () => {
		const vendor = await startMuteVendor();
		expect(await send(vendor.endpoint)).toEqual({ ok: false, reason: 'unreachable', detail: 'not-sent.timeout' });
		expect(vendor.connections()).toBe(1);
		await vendor.close();
	});

	// A receiver of plain HTTP has no words for these.
	if (!isPlainHttp) {
		it.each([
			['none of its addresses answers', ['ETIMEDOUT', 'ENETUNREACH'], 'not-sent.connect'],
			['none of its addresses answers, one with a refusal', ['ETIMEDOUT', 'ECONNREFUSED'], 'not-sent.ECONNREFUSED']
		])('knows that nothing was sent when %s', async (_, codes, detail) => {
			// As Node reports a name with several addresses: the first one's code, and no system call of its own.
			const errors = codes.map((code) => Object.assign(new Error(code), { code, syscall: 'connect' }));
			const cause = Object.assign(new AggregateError(errors), { code: codes[0] });
			const delivery = await send('http://127.0.0.1:1024', async () => {
				throw new TypeError('fetch failed', { cause });
			});
			expect(delivery).toEqual({ ok: false, reason: 'unreachable', detail });
		});

		it.each(['ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED'])(
			'knows that nothing was sent on %s, and tries once more',
			async (fault) => {
				let calls = 0;
				const delivery = await send('http://127.0.0.1:1024', async (url) => {
					calls += 1;
					throw new TypeError(`fetch failed: ${url}`, {
						cause: Object.assign(new Error(String(url)), { code: fault })
					});
				});
				expect(delivery).toEqual({ ok: false, reason: 'unreachable', detail: `not-sent.${fault}` });
				expect(calls).toBe(2);
			}
		);

		it('tries a throttled request once more, with a new nonce', () => {
			const throttled = answer({ Code: 'Throttling.User', RequestId: requestId }, 400);
			const play: Play = (response, arrival, again) => (again ? answer(accepted) : throttled)(response, arrival, again);
			return facing(play, async ({ endpoint, arrivals }) => {
				expect(await send(endpoint)).toEqual({ ok: true, vendorId });
				const nonces = arrivals.map(({ headers }) => headers['x-acs-signature-nonce']);
				expect(new Set(nonces).size).toBe(2);
			});
		});

		it('gives up when it is throttled again', () =>
			facing(answer({ Code: 'Throttling', RequestId: requestId }, 429), async ({ endpoint, arrivals }) => {
				expect(await send(endpoint)).toEqual({ ok: false, reason: 'provider', detail: `Throttling ${requestId}` });
				expect(arrivals).toHaveLength(2);
			}));
	}

	/** Every field of the answer says what must never be repeated. */
	const echo = (Code: string): Play => {
		const said = [message.to, message.to.slice(1), code].join(' ');
		const body = {
			id: said,
			reason: said,
			Code,
			Message: said,
			RequestId: message.to.slice(1),
			BizId: message.to,
			HostId: said,
			Recommend: said
		};
		return answer(body, isPlainHttp ? 400 : 200);
	};

	it.each([
		['a wrong signature', echo('SignatureDoesNotMatch')],
		['an unknown code', echo('Some.New.Code')],
		['a code that is the number', echo(message.to.slice(1))],
		['a code that is the code', echo(`X${code}`)],
		[
			'an accepted message',
			answer({ ...(accepted as object), id: code, BizId: message.to, EnvId: message.to, RequestId: code })
		],
		['a 502 that echoes the URL', ((response, { url, body }) => void response.writeHead(502).end(url + body)) as Play],
		['a broken connection', ((response) => void response.socket?.resetAndDestroy()) as Play]
	])('never repeats recipient or code, in its result or in the log: %s', (_, play) =>
		facing(play, async ({ endpoint }) => {
			const lines: unknown[] = [];
			const write = (event: string, fields?: unknown) => void lines.push([event, fields]);
			const messenger = createMessenger({
				connectors: storeOf({ connectorId: connector.id, carries: connector.carries, config: { ...config, endpoint } }),
				log: { info: write, warn: write, error: write }
			});
			const delivery = await messenger.send(connector.carries, message);
			expect(lines).toHaveLength(1);
			const said = JSON.stringify([delivery, lines]);
			for (const secret of secrets) expect(said).not.toContain(secret);
			expect(said).not.toContain(keys.accessKeySecret);
		})
	);
});
