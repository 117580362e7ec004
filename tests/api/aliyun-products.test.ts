// Aliyun's SDKs of its other products, and our connectors for them, are served by the sandbox alike.
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConnector } from '../../src/lib/server/connectors/registry.ts';
import { sendTestMessage } from '../../src/lib/server/connectors/send-test-message.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { verificationSignName } from '../../src/sandbox/sms/send-sms-verify-code.ts';

// The SDKs are CommonJS, and their types do not fit an import from a module.
const require = createRequire(import.meta.url);
type Reply = { body: Record<string, unknown> };
type Sdk = { default: new (config: object) => Record<string, (request: object) => Promise<Reply>> } & Record<
	string,
	new (fields: object) => object
>;
const sdkOf = (name: string) => require(`@alicloud/${name}`) as Sdk;

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ port: 0 });
});
afterEach(() => sandbox.close());

type Call = { sdk: string; method: string; request: string; fields: Record<string, unknown> };

async function call({ sdk, method, request, fields }: Call, secret = sandbox.credentials.accessKeySecret) {
	const { accessKeyId } = sandbox.credentials;
	const endpoint = `127.0.0.1:${sandbox.port}`;
	const Client = sdkOf(sdk).default;
	const client = new Client({ accessKeyId, accessKeySecret: secret, endpoint, protocol: 'http' });
	const Request = sdkOf(sdk)[request]!;
	return (await client[method]!(new Request(fields))).body;
}

async function received() {
	return (await (await fetch(`${sandbox.url}/_sandbox/messages`)).json()) as {
		to: string;
		code: string;
		text: string;
	}[];
}

const verification: Call = {
	sdk: 'dypnsapi20170525',
	method: 'sendSmsVerifyCode',
	request: 'SendSmsVerifyCodeRequest',
	fields: {
		phoneNumber: '13490000100',
		countryCode: '86',
		signName: verificationSignName,
		templateCode: '100001',
		templateParam: '{"code":"482913","min":"5"}'
	}
};
const globe: Call = {
	sdk: 'dysmsapi20180501',
	method: 'sendMessageToGlobe',
	request: 'SendMessageToGlobeRequest',
	fields: { to: '12025550100', message: 'Your code: 482913\n\n@login.example.com #482913' }
};
const mail: Call = {
	sdk: 'dm20151123',
	method: 'singleSendMail',
	request: 'SingleSendMailRequest',
	fields: {
		accountName: 'no-reply@foyer.example',
		addressType: 1,
		replyToAddress: false,
		toAddress: 'mei@example.com',
		subject: 'Your code',
		htmlBody: '<p>482913</p>'
	}
};

describe('Aliyun’s own SDK', () => {
	it('of the SMS verification service sends a code of ours', async () => {
		expect(await call(verification)).toMatchObject({ code: 'OK', model: { bizId: expect.stringMatching(/^\d+\^0$/) } });
		expect(await received()).toMatchObject([{ to: '+8613490000100', code: '482913' }]);
		expect(await call(verification)).toMatchObject({ code: 'biz.FREQUENCY' });
	});

	it.each([
		['another signature', { signName: 'Acme' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
		['another template', { templateCode: 'SMS_1' }, 'isv.SMS_TEMPLATE_ILLEGAL'],
		['a variable too few', { templateParam: '{"code":"482913"}' }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
		['a number overseas', { phoneNumber: '85251234567' }, 'isv.MOBILE_NUMBER_ILLEGAL']
	])('of the SMS verification service is refused with %s', async (_name, change, code) => {
		const fields = { ...verification.fields, ...change };
		expect(await call({ ...verification, fields })).toMatchObject({ code });
		expect(await received()).toEqual([]);
	});

	it('of international SMS sends free text, and is refused in its own envelope', async () => {
		expect(await call(globe)).toMatchObject({ responseCode: 'OK', messageId: expect.stringMatching(/^\d{18}$/) });
		expect(await received()).toMatchObject([{ to: '+12025550100', code: '482913', text: globe.fields['message'] }]);
		const refused = await call({ ...globe, fields: { ...globe.fields, to: '8613490000100' } });
		expect(refused).toMatchObject({ responseCode: 'DOMESTIC_NUMBER_NOT_SUPPORTED' });
	});

	it('of DirectMail sends a mail', async () => {
		expect(await call(mail)).toMatchObject({ envId: expect.any(String) });
		expect(await received()).toMatchObject([{ to: 'mei@example.com', code: '482913' }]);
	});

	it('of DirectMail is told what became of it', async () => {
		await call(mail);
		await call({ ...mail, fields: { ...mail.fields, toAddress: 'never-delivered@scenario.test' } });
		const minute = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
		const detailsOf = async (toAddress: string) => {
			const fields = { toAddress, startTime: minute(Date.now() - 60_000), endTime: minute(Date.now()) };
			return call({
				sdk: 'dm20151123',
				method: 'senderStatisticsDetailByParam',
				request: 'SenderStatisticsDetailByParamRequest',
				fields
			});
		};
		expect(await detailsOf('mei@example.com')).toMatchObject({
			data: { mailDetail: [{ status: 0, subject: 'Your code' }] }
		});
		expect(await detailsOf('never-delivered@scenario.test')).toMatchObject({ data: { mailDetail: [{ status: 2 }] } });
		expect(await detailsOf('nobody@example.com')).toMatchObject({ data: { mailDetail: [] } });
	});

	it.each([verification, globe, mail])('$sdk is refused with a wrong secret', async (request) => {
		await expect(call(request, 'wrong')).rejects.toMatchObject({ code: 'SignatureDoesNotMatch' });
		expect(await received()).toEqual([]);
	});
});

describe('our connector', () => {
	const account = () => {
		const { accessKeyId, accessKeySecret } = sandbox.credentials;
		return { accessKeyId, accessKeySecret, endpoint: sandbox.url };
	};
	const verified = { signName: verificationSignName, templates: [{ usageType: 'Generic', templateCode: '100001' }] };

	it.each([
		['aliyun-dypns', '+8613490000100', verified],
		['aliyun-globe', '+12025550100', {}],
		['aliyun-dm', 'mei@example.com', { accountName: 'no-reply@foyer.example' }]
	])('%s is served as the SDK is', async (alias, to, more) => {
		expect(await sendTestMessage(alias, { ...account(), ...more }, to)).toMatchObject({ ok: true });
		expect(await received()).toMatchObject([{ to, code: '000000' }]);
	});

	it.each([
		['aliyun-dypns', '+8613490000009', verified, 'isp.RAM_PERMISSION_DENY'],
		['aliyun-globe', '+12025550105', {}, 'MOBILE_NUMBER_ILLEGAL'],
		['aliyun-dm', 'no-permission@scenario.test', { accountName: 'no-reply@foyer.example' }, 'Forbidden.RAM']
	])('%s says what to do when it is refused', async (alias, to, more, code) => {
		const outcome = await sendTestMessage(alias, { ...account(), ...more }, to);
		expect(outcome).toMatchObject({ ok: false, detail: expect.stringContaining(code) });
		expect(outcome).toMatchObject({ hint: findConnector(alias)?.hint(code) });
	});
});
