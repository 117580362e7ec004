// What is asked of Aliyun's SMS verification service, and what its refusals mean.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../usecases/ports.ts';
import { classify } from '../faults.ts';
import { dypnsFaults } from './errors.ts';
import { aliyunDypns } from './index.ts';

const mainland: Message = {
	to: '+8613800138000',
	country: 'CN',
	type: 'SignIn',
	code: '012345',
	locale: 'zh-CN',
	minutes: 5
};
const given = {
	accessKeyId: 'LTAI-test',
	accessKeySecret: 'secret',
	signName: '速通互联验证码',
	templates: [
		{ usageType: 'SignIn', templateCode: '100001' },
		{ usageType: 'Generic', templateCode: '100099', variables: ['code'] }
	]
};

async function send(
	change: Partial<Message> = {},
	answer: object = { Code: 'OK', Model: { BizId: '112231421412414124123^4' } }
) {
	const urls: URL[] = [];
	const delivery = await aliyunDypns.send({ ...mainland, ...change }, aliyunDypns.config.parse(given), async (url) => {
		urls.push(new URL(String(url)));
		return Response.json(answer);
	});
	return { delivery, urls, parameters: Object.fromEntries(urls[0]?.searchParams ?? []) };
}

describe('sending with the SMS verification service', () => {
	it('hands over our own code and the minutes, as the template names them', async () => {
		const { delivery, urls, parameters } = await send();
		expect(delivery).toEqual({ ok: true, vendorId: '112231421412414124123^4' });
		expect(urls[0]?.origin).toBe('https://dypnsapi.aliyuncs.com');
		expect(parameters).toEqual({
			PhoneNumber: '13800138000',
			CountryCode: '86',
			SignName: '速通互联验证码',
			TemplateCode: '100001',
			TemplateParam: '{"code":"012345","min":"5"}',
			ValidTime: '300'
		});
	});

	it('gives a template no variable that it does not have', async () => {
		const { parameters } = await send({ type: 'ForgotPassword' });
		expect(parameters).toMatchObject({ TemplateCode: '100099', TemplateParam: '{"code":"012345"}' });
	});

	it.each(['US', 'HK', 'TW', undefined])('sends nothing to a number of %s', async (country) => {
		const { delivery, urls } = await send({ to: '+14155552671', country });
		expect(delivery).toEqual({ ok: false, reason: 'country-not-supported', detail: 'not-mainland' });
		expect(urls).toEqual([]);
		expect(aliyunDypns.serves?.(country, aliyunDypns.config.parse(given))).toBe(false);
	});

	it('says when a number may be tried again that was served a moment ago', async () => {
		const { delivery } = await send({}, { Code: 'biz.FREQUENCY', Message: 'check frequency failed' });
		expect(delivery).toEqual({ ok: false, reason: 'rate-limited', detail: 'biz.FREQUENCY', retryAfter: 60 });
	});

	it.each([
		['isp.RAM_PERMISSION_DENY', 'dypns:SendSmsVerifyCode'],
		['isv.SMS_SIGNATURE_ILLEGAL', 'signatures that Aliyun gives'],
		['isv.SMS_TEMPLATE_ILLEGAL', 'templates that Aliyun gives'],
		['isv.TEMPLATE_MISSING_PARAMETERS', 'variables']
	])('on %s an administrator reads of %s', (code, words) => {
		expect(classify(dypnsFaults, code)).toMatchObject({ fault: 'admin', retry: 'no', reason: 'configuration' });
		expect(aliyunDypns.hint(code)).toContain(words);
	});
});
