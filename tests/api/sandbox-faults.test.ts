// What goes wrong on purpose: recipients with a fixed outcome, and faults that a test sets.
import { afterEach, describe, expect, it } from 'vitest';
import { closeSandboxes, openSandbox, phone } from './sandbox-fixture.ts';
import { sms } from './sandbox-signer.ts';

afterEach(closeSandboxes);

describe('a scenario number', () => {
	it.each([
		['02', 200, 'isv.BUSINESS_LIMIT_CONTROL'],
		['05', 200, 'isv.MOBILE_NUMBER_ILLEGAL'],
		['06', 200, 'isv.AMOUNT_NOT_ENOUGH'],
		['08', 200, 'isp.SYSTEM_ERROR'],
		['10', 400, 'Throttling.User'],
		['11', 503, 'ServiceUnavailable'],
		['12', 500, 'InternalError']
	])('ending in %s answers %i with %s, at home and overseas', async (number, status, code) => {
		const { text, messages } = await openSandbox();
		const mainland = await text(`134900000${number}`);
		expect([mainland.status, mainland.json['Code']]).toEqual([status, code]);
		const overseas = await text(`120255501${number}`, { TemplateCode: 'SMS_400000011' });
		expect([overseas.status, overseas.json['Code']]).toEqual([status, code]);
		expect(await messages()).toEqual([]);
	});

	it('01 is accepted and never arrives', async () => {
		const { text, messages } = await openSandbox();
		expect((await text('13490000001')).json['Code']).toBe('OK');
		expect(await messages()).toEqual([]);
	});

	it('13 meets a broken proxy, 17 and 18 a cut connection', async () => {
		const { text, messages } = await openSandbox();
		expect(await text('13490000013')).toMatchObject({ status: 502, type: expect.stringContaining('text/html') });
		await expect(text('13490000018')).rejects.toThrow();
		expect(await messages()).toEqual([]);
		await expect(text('13490000017')).rejects.toThrow();
		expect(await messages()).toHaveLength(1);
	});

	it('has its like among mail addresses', async () => {
		const { mail, messages } = await openSandbox();
		expect((await mail({ ToAddress: 'never-delivered@scenario.test' })).status).toBe(200);
		const { status, json } = await mail({ ToAddress: 'bad-recipient@scenario.test' });
		expect([status, json['Code']]).toEqual([400, 'InvalidToAddress']);
		expect(await messages()).toEqual([]);
	});
});

describe('a fault', () => {
	it('stays for as many calls as it says, and only for its action and number', async () => {
		const { fault, text } = await openSandbox();
		expect((await fault({ action: 'SendSms', phone, code: 'isv.AMOUNT_NOT_ENOUGH', times: 2 })).status).toBe(201);
		await fault({ action: 'SingleSendMail', code: 'InternalServiceError' });
		const codes = [];
		for (const to of ['13490000101', phone, phone, phone]) codes.push((await text(to)).json['Code']);
		expect(codes).toEqual(['OK', 'isv.AMOUNT_NOT_ENOUGH', 'isv.AMOUNT_NOT_ENOUGH', 'OK']);
	});

	it('does not hide what is wrong with a call', async () => {
		const { fault, call, text } = await openSandbox();
		await fault({ action: 'SendSms', code: 'isp.SYSTEM_ERROR' });
		expect((await call(sms(phone), { secret: 'wrong' })).json['Code']).toBe('SignatureDoesNotMatch');
		expect((await text(phone, { SignName: 'x' })).json['Code']).toBe('isv.SMS_SIGNATURE_ILLEGAL');
		expect((await text(phone)).json['Code']).toBe('isp.SYSTEM_ERROR');
	});

	it('may be a status, a page, a delay, a reset, a slow or a long answer', async () => {
		const { fault, text } = await openSandbox();
		await fault({ action: 'SendSms', status: 429 });
		expect(await text(phone)).toMatchObject({ status: 429, json: { Code: 'Throttling.User' } });
		await fault({ action: 'SendSms', html: '<p>down</p>', status: 504 });
		expect(await text(phone)).toMatchObject({ status: 504, text: '<p>down</p>' });
		await fault({ action: 'SendSms', delayMs: 200 });
		const start = Date.now();
		expect((await text(phone)).json['Code']).toBe('OK');
		expect(Date.now() - start).toBeGreaterThanOrEqual(190);
		await fault({ action: 'SendSms', reset: true });
		await expect(text(phone)).rejects.toThrow();
		await fault({ action: 'SendSms', dripMs: 1 });
		expect((await text(phone)).json['Code']).toBe('OK');
		await fault({ action: 'SendSms', padBytes: 1_000_000 });
		expect((await text(phone)).text.length).toBeGreaterThan(1_000_000);
	});

	it('acceptThenDrop delivers the message and cuts the connection', async () => {
		const { fault, text, messages } = await openSandbox();
		await fault({ action: 'SendSms', acceptThenDrop: true });
		await expect(text(phone)).rejects.toThrow();
		expect(await messages()).toHaveLength(1);
		expect((await text(phone)).json['Code']).toBe('OK');
	});

	it('can be taken back, and must make sense', async () => {
		const { url, fault, text } = await openSandbox();
		await fault({ action: 'SendSms', reset: true, times: 9 });
		await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' });
		expect((await text(phone)).json['Code']).toBe('OK');
		for (const nonsense of [{}, { action: 'Send' }, { action: 'SendSms', times: 0 }, { action: 'SendSms', delay: 1 }]) {
			expect((await fault(nonsense)).status).toBe(400);
		}
	});
});
