import { describe, expect, it } from 'vitest';
import type { ConnectorRecord, Message } from '../usecases/ports.ts';
import { maskRecipient } from './mask-recipient.ts';
import { createMessenger } from './messenger.ts';
import { sendTestMessage } from './send-test-message.ts';

const message: Message = {
	to: '+8613800138077',
	country: 'CN',
	type: 'SignIn',
	code: '073519',
	locale: 'en',
	minutes: 5
};
const keys = { accessKeyId: 'LTAI-test', accessKeySecret: 'not-a-secret' };
const smsConfig = { ...keys, signName: 'Acme', templates: [{ usageType: 'Generic', templateCode: 'SMS_1' }] };
const mailConfig = { ...keys, accountName: 'hello@mail.example.com' };

const sms = recordOf('aliyun-short-message-service', 'sms', smsConfig);
const mail = recordOf('aliyun-direct-mail', 'email', mailConfig);

function recordOf(connectorId: string, carries: 'sms' | 'email', config: unknown, enabled = true): ConnectorRecord {
	return { id: connectorId, connectorId, carries, config, enabled, priority: 0, createdAt: 0 };
}

/** A vendor that says yes, or whatever `answer` says. */
function setUp(
	records: () => Promise<ConnectorRecord[]>,
	answer: unknown = { Code: 'OK', BizId: '402617584525830937^0' }
) {
	const lines: [level: string, event: string, fields?: Record<string, unknown>][] = [];
	const urls: string[] = [];
	const messenger = createMessenger({
		connectors: { list: records },
		log: {
			info: (event, fields) => void lines.push(['info', event, fields]),
			warn: (event, fields) => void lines.push(['warn', event, fields]),
			error: (event, fields) => void lines.push(['error', event, fields])
		},
		fetch: async (url) => {
			urls.push(String(url));
			return Response.json(answer);
		}
	});
	return { messenger, lines, urls };
}

describe('handing over a message', () => {
	it('takes the enabled connector of the channel, and logs one line that names nobody', async () => {
		const { messenger, lines, urls } = setUp(async () => [mail, sms]);
		expect(await messenger.send('sms', message)).toEqual({
			ok: true,
			vendorId: '402617584525830937^0',
			sentBy: sms.id
		});
		expect(urls[0]).toMatch(/^https:\/\/dysmsapi\.aliyuncs\.com\/\?/);
		expect(lines).toEqual([
			[
				'info',
				'message.accepted',
				{
					carries: 'sms',
					type: 'SignIn',
					country: 'CN',
					recipient: '+86****77',
					connector: sms.id,
					vendor: 'aliyun-short-message-service',
					ms: expect.any(Number),
					vendorId: '402617584525830937^0'
				}
			]
		]);
	});

	it('tells the log, not the caller, what an administrator can do', async () => {
		const { messenger, lines } = setUp(async () => [sms], { Code: 'isv.AMOUNT_NOT_ENOUGH', Message: '账户余额不足' });
		const delivery = await messenger.send('sms', message);
		expect(delivery).toMatchObject({ ok: false, reason: 'configuration', detail: 'isv.AMOUNT_NOT_ENOUGH' });
		expect(delivery).not.toHaveProperty('hint');
		expect(lines).toMatchObject([
			['warn', 'message.failed', { detail: 'isv.AMOUNT_NOT_ENOUGH', hint: expect.stringContaining('Top up') }]
		]);
	});

	it('passes on how long to wait', async () => {
		const { messenger } = setUp(async () => [sms], {
			Code: 'isv.BUSINESS_LIMIT_CONTROL',
			Message: '触发小时级流控Permits:5'
		});
		expect(await messenger.send('sms', message)).toMatchObject({
			ok: false,
			reason: 'rate-limited',
			detail: 'isv.BUSINESS_LIMIT_CONTROL',
			retryAfter: 3_600
		});
	});

	it.each([
		['no connector at all', [], 'no-connector', 'no-connector'],
		[
			'only one that is turned off',
			[recordOf(sms.connectorId, 'sms', smsConfig, false)],
			'no-connector',
			'no-connector'
		],
		['only one of the other channel', [mail], 'no-connector', 'no-connector'],
		['a configuration that no longer fits', [recordOf(sms.connectorId, 'sms', {})], 'configuration', 'invalid-config'],
		['a connector that is gone', [recordOf('carrier-pigeon', 'sms', {})], 'configuration', 'invalid-config']
	])('refuses with %s', async (_, records, reason, detail) => {
		const { messenger, urls, lines } = setUp(async () => records);
		expect(await messenger.send('sms', message)).toMatchObject({ ok: false, reason, detail });
		expect(urls).toEqual([]);
		expect(lines).toHaveLength(1);
	});

	it('never throws, even when the store does; and asks it again at once', async () => {
		let broken = true;
		const { messenger } = setUp(async () => {
			if (broken) throw new Error('database is gone');
			return [sms];
		});
		expect(await messenger.send('sms', message)).toEqual({
			ok: false,
			reason: 'unreachable',
			detail: 'connector-store'
		});
		broken = false;
		expect(await messenger.send('sms', message)).toMatchObject({ ok: true });
	});

	it('heeds a change of the connectors at once', async () => {
		let records = [sms];
		const { messenger } = setUp(async () => records);
		expect(await messenger.whyNot('sms', 'CN')).toBeUndefined();
		expect(await messenger.whyNot('email', undefined)).toMatchObject({ reason: 'no-connector' });
		records = [mail];
		expect(await messenger.whyNot('sms', 'CN')).toMatchObject({ reason: 'no-connector' });
		expect(await messenger.whyNot('email', undefined)).toBeUndefined();
	});
});

describe('what a log may say of a recipient', () => {
	it.each([
		['+8613800138077', '+86****77'],
		['+14155550123', '+1****23'],
		['+88213312345', '+882****45'],
		['+99900011122', '+****22'],
		['ada.lovelace@example.com', '****@example.com']
	])('%s: %s', (to, masked) => {
		expect(maskRecipient(to)).toBe(masked);
	});
});

describe('a test message', () => {
	const vendor = (seen: string[], answer: unknown) => async (url: string | URL | Request, init?: RequestInit) => {
		seen.push(decodeURIComponent(`${url} ${init?.body ?? ''}`));
		return Response.json(answer);
	};

	it('sends the Generic template with zeros to a number as people write it', async () => {
		const seen: string[] = [];
		const fetch = vendor(seen, { Code: 'OK', BizId: '402617584525830937^0' });
		expect(await sendTestMessage('aliyun-sms', smsConfig, '+86 138 0013 8000', { fetch })).toMatchObject({ ok: true });
		expect(seen[0]).toContain('PhoneNumbers=13800138000');
		expect(seen[0]).toContain('{"code":"000000"}');
	});

	it('sends to an address in the language asked for', async () => {
		const seen: string[] = [];
		const fetch = vendor(seen, { EnvId: '600000000000000001' });
		const outcome = await sendTestMessage('aliyun-dm', mailConfig, 'ada@example.com', { fetch, locale: 'zh-CN' });
		expect(outcome).toEqual({ ok: true, vendorId: '600000000000000001' });
		expect(seen[0]).toContain('Foyer 验证码');
	});

	it('says what to do when it is refused', async () => {
		const fetch = vendor([], { Code: 'isv.SMS_SIGNATURE_ILLEGAL' });
		expect(await sendTestMessage('aliyun-sms', smsConfig, '+8613800138000', { fetch })).toMatchObject({
			ok: false,
			detail: 'isv.SMS_SIGNATURE_ILLEGAL',
			hint: expect.stringContaining('letter by letter')
		});
	});

	it.each([
		['aliyun-sms', smsConfig, '13800138000', 'invalid-recipient'],
		['aliyun-sms', smsConfig, 'ada@example.com', 'invalid-recipient'],
		['aliyun-dm', mailConfig, '+8613800138000', 'invalid-recipient'],
		['aliyun-sms', {}, '+8613800138000', 'invalid-config'],
		['carrier-pigeon', {}, '+8613800138000', 'invalid-config']
	])('by %s is refused before anything is sent', async (connectorId, config, to, detail) => {
		const outcome = await sendTestMessage(connectorId, config, to, { fetch: () => Promise.reject(new Error('sent')) });
		expect(outcome).toMatchObject({ ok: false, detail, hint: expect.any(String) });
	});
});
