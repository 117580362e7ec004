// The provider refuses, breaks or is silent: the API says what a person can do, and keeps everything else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignIn } from '../support/api-client.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
beforeAll(async () => {
	foyer = await startFoyer();
});
afterAll(() => foyer.stop());

async function disturb(fault: Record<string, unknown>) {
	const response = await fetch(`${foyer.sandbox.url}/_sandbox/faults`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ times: 1, ...fault })
	});
	expect(response.ok).toBe(true);
}

async function begin() {
	const journey = await startSignIn(foyer);
	await journey.api('PUT', '', { interactionEvent: 'SignIn' });
	return journey;
}

describe('a message that was provably not accepted', () => {
	it.each([
		['isv.MOBILE_NUMBER_ILLEGAL', 400, 'connector.number_rejected'],
		['isv.AMOUNT_NOT_ENOUGH', 400, 'connector.general'],
		['isv.SMS_SIGNATURE_ILLEGAL', 400, 'connector.general'],
		['isv.SMS_TEMPLATE_ILLEGAL', 400, 'connector.template_not_found'],
		['SignatureDoesNotMatch', 400, 'connector.general'],
		['InvalidAccessKeyId.NotFound', 400, 'connector.general'],
		['Forbidden.RAM', 400, 'connector.general']
	])('%s answers %i %s, and the next try is free at once', async (vendorCode, status, code) => {
		const journey = await begin();
		const to = { type: 'phone' as const, value: somePhone() };
		await disturb({ action: 'SendSms', code: vendorCode });
		const refused = await journey.sendCode(to);
		expect(refused).toMatchObject({ status, body: { code } });
		expect(JSON.stringify(refused.body)).not.toContain(to.value);
		expect(JSON.stringify(refused.body)).not.toContain(vendorCode);
		expect((await journey.sendCode(to)).status).toBe(200);
	});
});

describe('an address that the provider refuses', () => {
	it('is called an address, not a number', async () => {
		const journey = await begin();
		await disturb({ action: 'SingleSendMail', code: 'InvalidToAddress' });
		const refused = await journey.sendCode({ type: 'email', value: someEmail() });
		expect(refused).toMatchObject({ status: 400, body: { code: 'connector.number_rejected' } });
		expect((refused.body as { message: string }).message).toBe(
			'This address can’t receive codes. Please check it, or use another.'
		);
	});
});

describe('a vendor’s own limit for a number', () => {
	it('is told as a time, and kept until then: nobody runs into it again', async () => {
		const journey = await begin();
		const to = { type: 'phone' as const, value: somePhone() };
		await disturb({ action: 'SendSms', code: 'isv.BUSINESS_LIMIT_CONTROL', message: '触发小时级流控Permits:5' });
		const refused = await journey.sendCode(to);
		expect(refused).toMatchObject({
			status: 429,
			body: { code: 'connector.rate_limit_exceeded', data: { retryAfter: 3600 } }
		});
		expect(JSON.stringify(refused.body)).not.toContain(to.value);
		const again = await journey.sendCode(to);
		expect(again).toMatchObject({ status: 429, body: { code: 'request.message_rate_limited' } });
		expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(3500);

		const later = { ...to, value: somePhone() };
		await disturb({ action: 'SendSms', code: 'isv.BUSINESS_LIMIT_CONTROL', message: '触发分钟级流控Permits:1' });
		expect((await journey.sendCode(later)).status).toBe(429);
		await foyer.advanceClock(61_000);
		expect((await journey.sendCode(later)).status).toBe(200);
	});
});

describe('a message that may have been accepted', () => {
	it.each([
		['the connection drops after the message was taken', { acceptThenDrop: true }],
		['the answer is a page of HTML', { status: 502, html: '<h1>Bad gateway</h1>' }],
		['the provider has a fault of its own', { code: 'isp.SYSTEM_ERROR' }]
	])('counts as sent when %s, and is never sent twice', async (_name, fault) => {
		const journey = await begin();
		const to = { type: 'phone' as const, value: somePhone() };
		await disturb({ action: 'SendSms', ...fault });
		expect((await journey.sendCode(to)).status).toBe(200);
		expect((await journey.sendCode(to)).status).toBe(429);
		expect((await foyer.inbox.messages(`+${to.value}`)).length).toBeLessThanOrEqual(1);
	});

	it('is no failure to whoever tests the connector, either', async () => {
		const { stderr } = await foyer.run(['connector', 'test', 'aliyun-sms', '--to', '+8613490000017']);
		expect(stderr).toMatch(/nobody knows whether it was sent: unconfirmed/);
		expect(stderr).not.toMatch(/not sent:/);
	});

	it('can be used when it did arrive', async () => {
		const journey = await begin();
		const to = { type: 'phone' as const, value: somePhone() };
		await disturb({ action: 'SendSms', acceptThenDrop: true });
		const { verificationId } = (await journey.sendCode(to)).body as { verificationId: string };
		const code = await foyer.inbox.codeFor(`+${to.value}`);
		expect((await journey.checkCode(to, verificationId, code)).status).toBe(200);
	});
});

describe('the other channel', () => {
	it('is not affected', async () => {
		const journey = await begin();
		await disturb({ action: 'SendSms', code: 'isv.OUT_OF_SERVICE' });
		expect((await journey.sendCode({ type: 'phone', value: somePhone() })).status).toBe(400);
		const email = someEmail();
		expect((await journey.sendCode({ type: 'email', value: email })).status).toBe(200);
		expect(await foyer.inbox.codeFor(email)).toMatch(/^\d{6}$/);
	});
});

describe('the log of all that', () => {
	it('holds neither a number nor a code', async () => {
		const messages = await foyer.inbox.messages();
		expect(messages.length).toBeGreaterThan(0);
		for (const { to, code } of messages) {
			expect(foyer.logs()).not.toContain(to.replace(/^\+/, ''));
			expect(foyer.logs()).not.toContain(code);
		}
	});
});
