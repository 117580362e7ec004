import { describe, expect, it } from 'vitest';
import type { Message } from '../../usecases/ports.ts';
import { parseConnectorConfig } from '../parse-config.ts';
import { aliyunSms } from './index.ts';

/** As Logto stores it. */
const logtoConfig = {
	accessKeyId: ' LTAI-test\n',
	accessKeySecret: '\tsecret ',
	signName: '阿里云短信测试',
	strictPhoneRegionNumberCheck: true,
	templates: [
		{ type: 0, usageType: 'Register', templateCode: 'SMS_REGISTER' },
		{ type: 0, usageType: 'SignIn', templateCode: { china: 'SMS_CHINA', overseas: 'SMS_OVERSEAS' } },
		{ type: 0, usageType: 'ForgotPassword', templateCode: { china: 'SMS_FORGOT', overseas: '' } },
		{ type: 0, usageType: 'Generic', templateCode: 'SMS_GENERIC' },
		{ usageType: 'OrganizationInvitation', templateCode: 'SMS_INVITE' }
	]
};

const mainland: Message = {
	to: '+8613800138000',
	country: 'CN',
	type: 'SignIn',
	code: '012345',
	locale: 'zh-CN',
	minutes: 5
};

/** Sends, and answers with what would have gone over the wire. */
async function send(change: Partial<Message> = {}, config: Record<string, unknown> = logtoConfig) {
	const requests: { url: URL; init: RequestInit }[] = [];
	const delivery = await aliyunSms.send(
		{ ...mainland, ...change },
		aliyunSms.config.parse(config),
		async (url, init) => {
			requests.push({ url: new URL(String(url)), init: init ?? {} });
			return Response.json({
				Code: 'OK',
				BizId: '402617584525830937^0',
				RequestId: 'B07D47AE-0000-4000-8000-000000000000'
			});
		}
	);
	const [request] = requests;
	return { delivery, request, parameters: Object.fromEntries(request?.url.searchParams ?? []) };
}

describe('sending a code to a mainland number', () => {
	it('posts number, signature, template and nothing but the code', async () => {
		const { delivery, request, parameters } = await send();
		expect(delivery).toEqual({ ok: true, vendorId: '402617584525830937^0' });
		expect(request?.url.origin).toBe('https://dysmsapi.aliyuncs.com');
		expect(request?.init).toMatchObject({ method: 'POST', body: undefined, redirect: 'error' });
		expect(request?.init.headers).toMatchObject({ 'x-acs-action': 'SendSms', 'x-acs-version': '2017-05-25' });
		expect(parameters).toEqual({
			PhoneNumbers: '13800138000',
			SignName: '阿里云短信测试',
			TemplateCode: 'SMS_CHINA',
			TemplateParam: '{"code":"012345"}'
		});
	});

	it('signs with trimmed keys', async () => {
		const headers = new Headers((await send()).request?.init.headers);
		expect(headers.get('authorization')).toMatch(/^ACS3-HMAC-SHA256 Credential=LTAI-test,/);
	});

	it('signs a temporary token when there is one', async () => {
		const { request } = await send({}, { ...logtoConfig, securityToken: 'sts' });
		const headers = new Headers(request?.init.headers);
		expect(headers.get('x-acs-security-token')).toBe('sts');
		expect(headers.get('authorization')).toContain('x-acs-security-token');
	});

	it('moves the parameters into the body when asked to', async () => {
		const { request, parameters } = await send({}, { ...logtoConfig, paramsInBody: true });
		expect(parameters).toEqual({});
		expect(new URLSearchParams(String(request?.init.body)).get('PhoneNumbers')).toBe('13800138000');
	});
});

describe('choosing the template', () => {
	it.each([
		['SignIn', 'CN', '+8613800138000', 'SMS_CHINA', '13800138000'],
		['SignIn', 'HK', '+85251234567', 'SMS_OVERSEAS', '85251234567'],
		['SignIn', 'US', '+14155550123', 'SMS_OVERSEAS', '14155550123'],
		['SignIn', 'DE', '+4915112345678', 'SMS_OVERSEAS', '4915112345678'],
		['SignIn', undefined, '+88213312345', 'SMS_OVERSEAS', '88213312345'],
		['Register', 'CN', '+8613800138000', 'SMS_REGISTER', '13800138000'],
		['Register', 'US', '+14155550123', 'SMS_REGISTER', '14155550123'],
		['Generic', 'CN', '+8613800138000', 'SMS_GENERIC', '13800138000']
	] as const)('%s to %s %s', async (type, country, to, template, number) => {
		const { parameters } = await send({ type, country, to });
		expect(parameters).toMatchObject({ TemplateCode: template, PhoneNumbers: number });
	});

	it('falls back to Generic', async () => {
		const templates = [{ usageType: 'Generic', templateCode: 'SMS_GENERIC' }];
		expect((await send({}, { ...logtoConfig, templates })).parameters).toMatchObject({ TemplateCode: 'SMS_GENERIC' });
	});

	it('sends nothing when neither the type nor Generic has one', async () => {
		const templates = [{ usageType: 'Register', templateCode: 'SMS_REGISTER' }];
		const { delivery, request } = await send({}, { ...logtoConfig, templates });
		expect(delivery).toEqual({ ok: false, reason: 'template-not-found', detail: 'no-template' });
		expect(request).toBeUndefined();
		expect(aliyunSms.hint('no-template')).toContain('templates');
	});

	it('sends nothing abroad when the overseas template is empty', async () => {
		const { delivery, request } = await send({ type: 'ForgotPassword', country: 'US', to: '+14155550123' });
		expect(delivery).toMatchObject({ ok: false, reason: 'country-not-supported' });
		expect(request).toBeUndefined();
	});
});

describe('configuring the connector', () => {
	const issuesOf = (config: unknown) => {
		const parsed = parseConnectorConfig('aliyun-sms', config);
		return parsed.ok ? [] : parsed.issues;
	};

	it("takes Logto's configuration as it is", () => {
		expect(parseConnectorConfig('aliyun-short-message-service', logtoConfig)).toMatchObject({
			ok: true,
			connector: { id: 'aliyun-short-message-service' }
		});
	});

	it('says where a mistake is, without repeating a value', () => {
		const wrong = {
			...logtoConfig,
			accessKeySecret: '  ',
			signName: '【阿里云】',
			endPoint: 'http://127.0.0.1:4010',
			endpoint: 'http://dysmsapi.aliyuncs.com',
			templates: [{ usageType: 'SignIn', templateCode: 7 }]
		};
		expect(issuesOf(wrong)).toEqual([
			'accessKeySecret: must not be empty',
			'endpoint: must use https outside a private network',
			'signName: is the name alone, without the brackets 【】',
			'templates[0].templateCode: must be a template code, or an object with `china` and `overseas`',
			'configuration: has unknown fields: endPoint'
		]);
	});

	it('refuses a key with a character that no key has, such as an example’s “…”: no request could carry it', () => {
		const wrong = { ...logtoConfig, accessKeyId: 'LTAI…', accessKeySecret: '…', securityToken: 'ＣＡＩＳ' };
		const message = 'has a character that no key has: copy it again from the console';
		expect(issuesOf(wrong)).toEqual(
			['accessKeyId', 'accessKeySecret', 'securityToken'].map((key) => `${key}: ${message}`)
		);
	});

	it('needs a template', () => {
		expect(issuesOf({ ...logtoConfig, templates: [] })).toEqual(['templates: must have at least one template']);
		const { signName, ...unsigned } = { ...logtoConfig, accessKeyId: 42, region: 'cn' };
		expect(issuesOf(unsigned)).toEqual([
			'accessKeyId: must be of type string',
			'signName: is missing',
			'configuration: has unknown fields: region'
		]);
	});

	it('names the connectors there are when it knows none by this name', () => {
		expect(parseConnectorConfig('carrier-pigeon', {})).toMatchObject({
			ok: false,
			issues: [
				'There is no connector of this name. Known: aliyun-sms, aliyun-dypns, aliyun-globe, aliyun-dm, smtp, http-sms, http-email.'
			]
		});
	});
});
