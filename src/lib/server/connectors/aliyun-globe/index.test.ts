// What an international message says, to whom it goes, and what its refusals mean.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../usecases/ports.ts';
import { aliyunGlobe } from './index.ts';
import { writeText } from './text.ts';

const overseas: Message = {
	to: '+14155552671',
	country: 'US',
	type: 'SignIn',
	code: '012345',
	locale: 'en',
	applicationName: 'Acme',
	minutes: 5,
	host: 'login.example.com'
};
const keys = { accessKeyId: 'LTAI-test', accessKeySecret: 'secret' };
const accepted = { ResponseCode: 'OK', ResponseDescription: 'OK', MessageId: '191921020000000001' };

async function send(change: Partial<Message> = {}, config: object = {}, answer: object = accepted) {
	const urls: URL[] = [];
	const parsed = aliyunGlobe.config.parse({ ...keys, ...config });
	const delivery = await aliyunGlobe.send({ ...overseas, ...change }, parsed, async (url) => {
		urls.push(new URL(String(url)));
		return Response.json(answer);
	});
	return { delivery, urls, parameters: Object.fromEntries(urls[0]?.searchParams ?? []) };
}

describe('an international message', () => {
	it('ends in the line that binds its code to the page', async () => {
		const { delivery, urls, parameters } = await send();
		expect(delivery).toEqual({ ok: true, vendorId: '191921020000000001' });
		expect(urls[0]?.origin).toBe('https://dysmsapi.ap-southeast-1.aliyuncs.com');
		expect(parameters).toEqual({
			To: '14155552671',
			Message: 'Your Acme sign-in code: 012345\nIt works once, for 5 minutes.\n\n@login.example.com #012345'
		});
		expect(aliyunGlobe.originBound).toBe(true);
	});

	it('speaks the language of the page', () => {
		const text = writeText({ ...overseas, locale: 'fr', applicationName: undefined }, { templates: [] });
		expect(text).toBe(
			'Votre code de connexion : 012345\nIl ne sert qu’une fois et reste valable 5 minutes.\n\n@login.example.com #012345'.replace(
				' :',
				':'
			)
		);
	});

	it('keeps the wording that a country has registered', async () => {
		const text = '{{application.name}}: {{ code }} is your code, for {{minutes}} minutes.';
		const { parameters } = await send({}, { from: 'ACME', templates: [{ usageType: 'Generic', text }] });
		expect(parameters).toEqual({
			From: 'ACME',
			To: '14155552671',
			Message: 'Acme: 012345 is your code, for 5 minutes.\n\n@login.example.com #012345'
		});
	});

	it('lets no application name forge a line of its own', () => {
		const applicationName = 'Acme\n@evil.example #999999';
		const lines = writeText({ ...overseas, applicationName }, { templates: [] }).split('\n');
		expect(lines.filter((line) => line.includes('@') || line.includes('#'))).toEqual(['@login.example.com #012345']);
	});

	it('does not go to mainland China', async () => {
		const { delivery, urls } = await send({ to: '+8613800138000', country: 'CN' });
		expect(delivery).toEqual({ ok: false, reason: 'country-not-supported', detail: 'mainland-number' });
		expect(urls).toEqual([]);
	});

	it.each([
		[{ ResponseCode: 'COUNTRY_RESTRICTED' }, { reason: 'country-not-supported', detail: 'COUNTRY_RESTRICTED' }],
		[
			{ ResponseCode: 'isv.NOT_SUPPORTED_COUNTRY' },
			{ reason: 'country-not-supported', detail: 'isv.NOT_SUPPORTED_COUNTRY' }
		],
		[{ ResponseCode: 'SMS_SECURITY_INTERCEPTED' }, { reason: 'provider', detail: 'SMS_SECURITY_INTERCEPTED' }],
		[{ ResponseCode: 'INVALID_SENDERID' }, { reason: 'template-not-found', detail: 'INVALID_SENDERID' }],
		[
			{ ResponseCode: 'BUSINESS_LIMIT_CONTROL_DAY', ResponseDescription: '触发天级流控' },
			{ reason: 'rate-limited', detail: 'BUSINESS_LIMIT_CONTROL_DAY', retryAfter: 86_400 }
		],
		[{ Code: 'SignatureDoesNotMatch' }, { reason: 'configuration', detail: 'SignatureDoesNotMatch' }]
	])('understands %j', async (answer, delivery) => {
		expect((await send({}, {}, answer)).delivery).toEqual({ ok: false, ...delivery });
	});

	it('refuses a wording that has no place for the code', () => {
		const parsed = aliyunGlobe.config.safeParse({ ...keys, templates: [{ usageType: 'Generic', text: 'Hello' }] });
		expect(parsed.error?.issues).toMatchObject([{ path: ['templates', 0, 'text'], message: 'must contain {{code}}' }]);
	});
});
