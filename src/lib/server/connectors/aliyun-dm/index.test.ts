import { describe, expect, it } from 'vitest';
import type { Message } from '../../usecases/ports.ts';
import { classify } from '../faults.ts';
import { mailFaults } from './errors.ts';
import { aliyunDm } from './index.ts';

const config = {
	accessKeyId: 'id',
	accessKeySecret: 'secret',
	accountName: 'hello@mail.example.com',
	fromAlias: 'Acme'
};
const message: Message = {
	to: 'ada@example.com',
	type: 'SignIn',
	code: '012345',
	locale: 'en',
	applicationName: 'Acme <b>&</b> "Co"',
	minutes: 5
};
const templates = [
	{ usageType: 'SignIn', subject: 'Code {{code}}', content: '<p>{{ code }} for {{application.name}}, {{other}}</p>' },
	{ usageType: 'Generic', subject: 'Generic', content: '<p>{{code}} {{code}}</p>' }
];

async function send(change: Partial<Message> = {}, settings: Record<string, unknown> = {}) {
	const calls: { url: string; form: Record<string, string> }[] = [];
	const delivery = await aliyunDm.send(
		{ ...message, ...change },
		aliyunDm.config.parse({ ...config, ...settings }),
		async (url, init) => {
			calls.push({ url: String(url), form: Object.fromEntries(new URLSearchParams(String(init?.body))) });
			return Response.json({ EnvId: '600000000000000001', RequestId: 'B07D47AE-0000-4000-8000-000000000000' });
		}
	);
	return { delivery, url: calls[0]?.url, form: calls[0]?.form ?? {} };
}

describe('mailing a code', () => {
	it('posts one mail in a form body, without tracking', async () => {
		const { delivery, url, form } = await send();
		expect(delivery).toEqual({ ok: true, vendorId: '600000000000000001' });
		expect(url).toBe('https://dm.aliyuncs.com');
		expect(form).toMatchObject({
			AccountName: 'hello@mail.example.com',
			AddressType: '1',
			ReplyToAddress: 'false',
			ToAddress: 'ada@example.com',
			FromAlias: 'Acme',
			ClickTrace: '0'
		});
	});

	it('goes to the region of the sender domain', async () => {
		expect((await send({}, { regionId: 'ap-southeast-1' })).url).toBe('https://dm.ap-southeast-1.aliyuncs.com');
		expect((await send({}, { regionId: 'us-east-1', endpoint: 'http://127.0.0.1:4010' })).url).toBe(
			'http://127.0.0.1:4010'
		);
	});
});

describe('the mail that Foyer writes itself', () => {
	it('names the application in the subject, says code and expiry, and escapes everything', async () => {
		const { form } = await send();
		expect(form['Subject']).toBe('Your Acme <b>&</b> "Co" sign-in code');
		expect(form['HtmlBody']).toContain('>012345</p>');
		expect(form['HtmlBody']).toContain('for 5 minutes');
		expect(form['HtmlBody']).toContain('Acme &#60;b&#62;&#38;&#60;/b&#62; &#34;Co&#34;');
		expect(form['HtmlBody']).not.toContain('<b>');
		expect(form['HtmlBody']).not.toMatch(/<table|<img|<a |https?:/);
	});

	it('has a plain twin with the same words', async () => {
		const { form } = await send({ applicationName: 'Acme' });
		expect(form['TextBody']).toMatch(/^Acme\n\nYour sign-in code\n\n {4}012345\n\nEnter it/);
	});

	it.each([
		['zh-CN', 'SignIn', 'Acme 登录验证码'],
		['zh', 'Register', 'Acme 注册验证码'],
		['zh-SG', 'ForgotPassword', 'Acme 重置密码验证码'],
		['zh-CN', 'Generic', 'Acme 验证码'],
		['en-GB', 'Register', 'Your Acme sign-up code'],
		['sv', 'ForgotPassword', 'Your Acme password reset code'],
		['en', 'Generic', 'Your Acme verification code']
	] as const)('speaks %s for %s', async (locale, type, subject) => {
		const { form } = await send({ locale, type, applicationName: 'Acme' });
		expect(form['Subject']).toBe(subject);
		expect(form['HtmlBody']).toContain(`<html lang="${locale.startsWith('zh') ? 'zh-CN' : 'en'}" dir="ltr">`);
	});

	it('does without an application name', async () => {
		expect((await send({ applicationName: undefined })).form['Subject']).toBe('Your sign-in code');
	});

	it('keeps a name on one line and short', async () => {
		const { form } = await send({ applicationName: `Acme\r\nBcc: x\u202e${'é'.repeat(80)}\ud800` });
		expect(form['Subject']).toMatch(/^Your Acme Bcc: x é+ sign-in code$/);
		expect(form['Subject']?.length).toBeLessThan(80);
	});
});

describe('a configured template', () => {
	it('gets code and application name, the latter escaped in HTML', async () => {
		const { form } = await send({}, { templates });
		expect(form['Subject']).toBe('Code 012345');
		expect(form['HtmlBody']).toBe('<p>012345 for Acme &#60;b&#62;&#38;&#60;/b&#62; &#34;Co&#34;, {{other}}</p>');
		expect(form).not.toHaveProperty('TextBody');
	});

	it('stands in for other types when it is the Generic one', async () => {
		const { form } = await send({ type: 'Register' }, { templates });
		expect(form['HtmlBody']).toBe('<p>012345 012345</p>');
	});
});

describe('a refusal of DirectMail', () => {
	it.each([
		['InvalidMailAddress.NotFound', 'configuration'],
		['InvalidMailAddressStatus.Malformed', 'configuration'],
		['InvalidMailAddressDomain.Malformed', 'configuration'],
		['InvalidToAddress', 'number-rejected'],
		['InvalidToAddress.Spam', 'number-rejected'],
		['InvalidSendMail.Spam', 'configuration'],
		['InvalidSubject.Malformed', 'configuration'],
		['InvalidBody', 'configuration'],
		['InvalidFromAlias.Malformed', 'configuration'],
		['Forbidden', 'configuration'],
		['InternalServiceError', 'unconfirmed'],
		['SignatureDoesNotMatch', 'configuration'],
		['Throttling.User', 'provider'],
		['Never.Seen', 'provider']
	])('%s means: %s', (code, reason) => {
		expect(classify(mailFaults, code).reason).toBe(reason);
	});
});
