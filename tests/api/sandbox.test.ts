// The sandbox's rules for what may be sent, and how often.
import { afterEach, describe, expect, it } from 'vitest';
import { closeSandboxes, openSandbox, phone, unlimited } from './sandbox-fixture.ts';
import { sms } from './sandbox-signer.ts';

afterEach(closeSandboxes);

describe('sending an SMS', () => {
	it('puts the text that the phone would show into the inbox', async () => {
		const { text, messages } = await openSandbox();
		await text(phone);
		expect(await messages()).toEqual([
			{
				id: expect.any(String),
				channel: 'sms',
				to: '+8613490000100',
				code: '482913',
				text: '【Foyer演示】您的登录验证码为：482913，5分钟内有效，请勿告诉他人。',
				signName: 'Foyer演示',
				templateCode: 'SMS_400000001',
				segments: 1,
				call: expect.any(String),
				at: expect.any(Number)
			}
		]);
	});

	it.each([
		['an unknown signature', { SignName: 'Foyer' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
		['a signature with a space', { SignName: 'Foyer演示 ' }, 'isv.SMS_SIGNATURE_ILLEGAL'],
		['an unknown template', { TemplateCode: 'SMS_1' }, 'isv.SMS_TEMPLATE_ILLEGAL'],
		['the test signature on another template', { SignName: '阿里云短信测试' }, 'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT'],
		['no parameters', { TemplateParam: '' }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
		['another variable', { TemplateParam: '{"otp":"482913"}' }, 'isv.TEMPLATE_MISSING_PARAMETERS'],
		['broken JSON', { TemplateParam: '{code:482913}' }, 'isv.INVALID_JSON_PARAM'],
		['a number where a string belongs', { TemplateParam: '{"code":482913}' }, 'isv.INVALID_JSON_PARAM'],
		['a list', { TemplateParam: '["482913"]' }, 'isv.INVALID_JSON_PARAM'],
		['a code of 3', { TemplateParam: '{"code":"482"}' }, 'isv.PARAM_LENGTH_LIMIT'],
		['a code of 7', { TemplateParam: '{"code":"4829134"}' }, 'isv.PARAM_LENGTH_LIMIT'],
		['other characters', { TemplateParam: '{"code":"48-913"}' }, 'isv.INVALID_PARAMETERS'],
		[
			'a bad parameter beside the code',
			{ TemplateParam: '{"code":"482913","locale":"zh-CN"}' },
			'isv.INVALID_PARAMETERS'
		],
		['an overseas template', { TemplateCode: 'SMS_400000011' }, 'isv.DOMESTIC_NUMBER_NOT_SUPPORTED']
	])('refuses %s as a business error', async (_, more, code) => {
		const { text, messages } = await openSandbox();
		const { status, json } = await text(phone, more);
		expect(status).toBe(200);
		expect(json).toEqual({ Code: code, Message: expect.any(String), RequestId: expect.any(String) });
		expect(await messages()).toEqual([]);
	});

	it('takes mainland numbers in their four spellings', async () => {
		const { text, messages } = await openSandbox();
		for (const to of [phone, `+86${phone}`, `0086${phone}`, `86${phone}`]) {
			expect((await text(to)).json['Code'], to).toBe('OK');
		}
		expect((await messages()).map((message) => message['to'])).toEqual(Array(4).fill('+8613490000100'));
	});

	it('takes overseas numbers as country code and number, with an overseas template', async () => {
		const { text, messages } = await openSandbox();
		const overseas = { TemplateCode: 'SMS_400000011' };
		// 14155550123 looks like a mainland number too: the template decides.
		for (const to of ['12025550199', '14155550123', '447700900123']) {
			expect((await text(to, overseas)).json['Code'], to).toBe('OK');
		}
		for (const to of ['+447700900123', '00447700900123', '44770', '8613490000']) {
			expect((await text(to, overseas)).json['Code'], to).toBe('isv.MOBILE_NUMBER_ILLEGAL');
		}
		expect((await messages('to=447700900123'))[0]?.['text']).toMatch(/^【Foyer演示】482913 is your sign-in code/);
	});

	it.each(['12025550100', '23490000100', '1349000010', 'abc', `${phone} `, `${phone},1`])(
		'refuses %s with a mainland template, and says the number',
		async (to) => {
			const { text } = await openSandbox();
			const { json } = await text(to);
			expect(json).toMatchObject({
				Code: 'isv.MOBILE_NUMBER_ILLEGAL',
				Message: expect.stringMatching(/invalid mobile number$/)
			});
		}
	);

	it('tells afterwards what became of it', async () => {
		const { text, call } = await openSandbox();
		const BizId = String((await text(phone, { OutId: 'mine' })).json['BizId']);
		await text('13490000001');
		const SendDate = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
		const query = (PhoneNumber: string, more = {}) =>
			call({ PhoneNumber, SendDate, PageSize: '10', CurrentPage: '1', ...more }, { action: 'QuerySendDetails' });
		const delivered = await query(phone, { BizId });
		expect(delivered.json).toMatchObject({
			Code: 'OK',
			TotalCount: 1,
			SmsSendDetailDTOs: {
				SmsSendDetailDTO: [{ ErrCode: 'DELIVERED', SendStatus: 3, OutId: 'mine', PhoneNum: phone }]
			}
		});
		const failed = await query('13490000001');
		expect(failed.json).toMatchObject({
			SmsSendDetailDTOs: { SmsSendDetailDTO: [{ ErrCode: 'MOBILE_NOT_ON_SERVICE', SendStatus: 2 }] }
		});
		expect((await query(phone, { BizId: 'other' })).json['TotalCount']).toBe(0);
		expect((await query(phone, { PageSize: '51' })).status).toBe(400);
	});
});

describe('sending to one number again and again', () => {
	const minute = 60_000;
	const hour = 60 * minute;

	async function openWithClock(limits = {}) {
		const clock = { now: Date.parse('2026-11-21T08:00:00Z') };
		const opened = await openSandbox({ now: () => clock.now, limits });
		const send = async (to = phone, more = {}) =>
			(await opened.call(sms(to, more), { at: clock.now })).json as { Code: string; Message: string };
		return { clock, send };
	}

	it('is refused within a minute, whoever the other is', async () => {
		const { clock, send } = await openWithClock();
		expect((await send()).Code).toBe('OK');
		clock.now += minute - 1;
		expect(await send()).toMatchObject({ Code: 'isv.BUSINESS_LIMIT_CONTROL', Message: '触发分钟级流控Permits:1' });
		expect((await send('13490000101')).Code).toBe('OK');
		clock.now += 1;
		expect((await send()).Code).toBe('OK');
	});

	it('is refused after five in an hour, and ten in a day', async () => {
		const { clock, send } = await openWithClock();
		const sendEvery = async (count: number, step: number) => {
			for (let sent = 0; sent < count; sent += 1, clock.now += step) expect((await send()).Code).toBe('OK');
		};
		await sendEvery(5, 61_000);
		expect((await send()).Message).toBe('触发小时级流控Permits:5');
		clock.now += hour;
		await sendEvery(5, 61_000);
		clock.now += hour;
		expect((await send()).Message).toBe('触发天级流控Permits:10');
		clock.now += 24 * hour;
		expect((await send()).Code).toBe('OK');
	});

	it('is counted over all signatures in a day', async () => {
		const { send } = await openWithClock({ ...unlimited, perNumberPerDay: 2 });
		expect((await send()).Code).toBe('OK');
		const test = { SignName: '阿里云短信测试', TemplateCode: 'SMS_154950909' };
		expect((await send(phone, test)).Code).toBe('OK');
		expect((await send()).Message).toBe('触发天级流控Permits:2');
	});

	it('counts what was accepted, delivered or not, and not what was refused', async () => {
		const { send } = await openWithClock();
		expect((await send('13490000006')).Code).toBe('isv.AMOUNT_NOT_ENOUGH');
		expect((await send('13490000006')).Code).toBe('isv.AMOUNT_NOT_ENOUGH');
		expect((await send('13490000001')).Code).toBe('OK');
		expect((await send('13490000001')).Code).toBe('isv.BUSINESS_LIMIT_CONTROL');
	});

	it('is not limited overseas', async () => {
		const { send } = await openWithClock();
		const overseas = { TemplateCode: 'SMS_400000011' };
		expect((await send('12025550199', overseas)).Code).toBe('OK');
		expect((await send('12025550199', overseas)).Code).toBe('OK');
	});
});

describe('sending a mail', () => {
	it('puts it into the inbox with the code found in it', async () => {
		const { mail, messages } = await openSandbox();
		const { status, json } = await mail();
		expect(status).toBe(200);
		expect(json).toEqual({ EnvId: expect.any(String), RequestId: expect.any(String) });
		expect(await messages('to=mei@example.com')).toMatchObject([
			{
				channel: 'email',
				to: 'mei@example.com',
				from: 'Foyer <no-reply@foyer.example>',
				subject: 'Your code',
				code: '482913',
				text: 'Use 482913 & go on.'
			}
		]);
	});

	it.each([
		['an unknown sender', { AccountName: 'no-reply@foyer.cn' }, 404, 'InvalidMailAddress.NotFound'],
		['a recipient that is no address', { ToAddress: 'mei' }, 400, 'InvalidToAddress'],
		['no content', { HtmlBody: '' }, 400, 'InvalidBody'],
		['a long alias', { FromAlias: 'Foyer, the front door' }, 400, 'InvalidFromAlias.Malformed'],
		['a subject of two lines', { Subject: 'a\nb' }, 400, 'InvalidSubject.Malformed'],
		['a reply flag that is no flag', { ReplyToAddress: 'no' }, 400, 'InvalidReplyToAddress'],
		['no subject', { Subject: '' }, 400, 'MissingSubject']
	])('refuses %s', async (_, more, status, code) => {
		const { mail } = await openSandbox();
		const answer = await mail(more);
		expect(answer.status).toBe(status);
		expect(answer.json).toMatchObject({ Code: code, HostId: 'dm.aliyuncs.com' });
	});

	it('shows the mail in a document where nothing runs or loads', async () => {
		const { mail, messages, url } = await openSandbox();
		await mail({ HtmlBody: '<script>alert(1)</script><p>482913</p>' });
		const [message] = await messages();
		const response = await fetch(`${url}/_sandbox/messages/${String(message?.['id'])}/html`);
		const policy = response.headers.get('content-security-policy');
		expect(policy).toContain("default-src 'none'");
		expect(policy).toMatch(/; sandbox$/);
		expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	});
});
