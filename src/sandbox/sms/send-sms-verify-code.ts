// Dypnsapi SendSmsVerifyCode: a code, the caller's own or one made here, in a signature and a template of Aliyun's.
import { randomInt } from 'node:crypto';
import { isProblem, type Action, type Delivery } from '../gateway/action.ts';
import { problem, type Problem } from '../gateway/problem.ts';
import { parsePhoneNumber } from './number.ts';
import { follow } from './receipts.ts';
import type { SmsParts } from './send-sms.ts';
import { countSegments } from './template.ts';

/** What comes with the service; signatures and templates of one's own are refused. */
export const verificationSignName = '速通互联验证码';
const templates: Record<string, string> = {
	'100001': '您的验证码为${code}。尊敬的客户，以上验证码${min}分钟内有效，请注意保密，切勿告知他人。',
	'100003': '尊敬的客户，您正在进行重置密码操作，验证码为${code}，${min}分钟内有效，请勿泄露于他人。'
};

type Send = { digits: string; templateCode: string; outId: string; code: string; text: string };

export function createSendSmsVerifyCode(parts: Omit<SmsParts, 'catalog'>): Action {
	return {
		product: 'Dypnsapi',
		version: '2017-05-25',
		name: 'SendSmsVerifyCode',
		isSend: true,
		required: ['PhoneNumber', 'SignName', 'TemplateCode', 'TemplateParam'],
		prepare(parameters) {
			const send = readSend((name) => parameters.get(name) ?? '');
			if (isProblem(send)) return send;
			return { recipients: [send.digits], run: (delivery) => runSend(parts, send, delivery) };
		}
	};
}

function readSend(read: (name: string) => string): Send | Problem {
	if (read('SignName') !== verificationSignName) return problem('isv.SMS_SIGNATURE_ILLEGAL');
	const content = templates[read('TemplateCode')];
	if (content === undefined) return problem('isv.SMS_TEMPLATE_ILLEGAL');
	const number = parsePhoneNumber(read('PhoneNumber'), 'mainland');
	if (number?.region !== 'mainland' || !['', '86'].includes(read('CountryCode'))) {
		return problem('isv.MOBILE_NUMBER_ILLEGAL', { message: `${read('PhoneNumber')}invalid mobile number` });
	}
	const values = parseValues(read('TemplateParam'));
	if (!values) return problem('isv.INVALID_JSON_PARAM');
	const wanted = [...content.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
	if (wanted.some((name) => !values.has(name)) || values.size !== wanted.length) {
		return problem('isv.TEMPLATE_MISSING_PARAMETERS');
	}
	const code =
		values.get('code') === '##code##' ? makeCode(Number(read('CodeLength') || 4)) : (values.get('code') ?? '');
	if (!/^[\dA-Za-z]{4,8}$/.test(code)) return problem('isv.PARAM_LENGTH_LIMIT');
	const filled = content.replace('${code}', code).replace('${min}', values.get('min') ?? '');
	const text = `【${verificationSignName}】${filled}`;
	return { digits: number.digits, templateCode: read('TemplateCode'), outId: read('OutId'), code, text };
}

function runSend(parts: Omit<SmsParts, 'catalog'>, send: Send, delivery: Delivery) {
	const { digits, templateCode, outId, code, text } = send;
	const sentAt = parts.now();
	if (parts.frequency.check(verificationSignName, [digits], sentAt)) return problem('biz.FREQUENCY');
	parts.frequency.count(verificationSignName, [digits], sentAt);
	const bizId = `${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}^0`;
	follow(parts, { bizId, digits, templateCode, outId, content: text, sentAt }, delivery, () => {
		const segments = countSegments(text);
		const to = `+${digits}`;
		parts.inbox.add({ channel: 'sms', to, code, text, signName: verificationSignName, templateCode, segments });
	});
	return { Message: 'OK', Model: { BizId: bizId }, Code: 'OK', Success: 'true' };
}

function makeCode(length: number): string {
	const digits = Math.min(8, Math.max(4, length || 4));
	return String(randomInt(10 ** digits)).padStart(digits, '0');
}

function parseValues(json: string): Map<string, string> | undefined {
	try {
		const entries = Object.entries(JSON.parse(json) as object);
		return entries.every(([, value]) => typeof value === 'string') ? new Map(entries) : undefined;
	} catch {
		return undefined;
	}
}
