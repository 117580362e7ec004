// What reached the API: the raw request, and the signature step by step, without anybody's secrets.
import { afterEach, describe, expect, it } from 'vitest';
import type { CallRecord } from '../../src/sandbox/calls/store.ts';
import { closeSandboxes, openSandbox, phone, type OpenSandbox } from './sandbox-fixture.ts';
import { sms } from './sandbox-signer.ts';

afterEach(closeSandboxes);

async function lastCall({ url }: OpenSandbox): Promise<CallRecord> {
	const [last] = (await (await fetch(`${url}/_sandbox/calls`)).json()) as CallRecord[];
	return last as CallRecord;
}

describe('a call that was answered', () => {
	it('is found from its message, with both signatures and what was signed', async () => {
		const sandbox = await openSandbox();
		await sandbox.text(phone);
		const [message] = await sandbox.messages();
		const call = await lastCall(sandbox);
		expect(message?.['call']).toBe(call.id);
		expect(call).toMatchObject({ action: 'SendSms', answer: { status: 200, code: 'OK' } });
		expect(call.signature).toMatchObject({ scheme: 'ACS3-HMAC-SHA256', isKnownKey: true, fits: true });
		expect(call.signature?.theirs).toBe(call.signature?.ours);
		const page = await (await fetch(`${sandbox.url}/calls/${call.id}`)).text();
		expect(page).toContain('Both signatures are the same');
		expect(page).toContain(call.signature?.theirs);
	});

	it('shows a wrong secret as two signatures that differ', async () => {
		const sandbox = await openSandbox();
		await sandbox.call(sms(phone), { secret: 'another' });
		const { id, signature, answer } = await lastCall(sandbox);
		expect(answer?.code).toBe('SignatureDoesNotMatch');
		expect(signature).toMatchObject({ isKnownKey: true, isComplete: true, fits: false });
		expect(signature?.theirs).not.toBe(signature?.ours);
		expect(await (await fetch(`${sandbox.url}/calls/${id}`)).text()).toContain('The signatures differ');
		expect(await (await fetch(`${sandbox.url}/calls`)).text()).toContain('SignatureDoesNotMatch');
	});

	it('stays the origin of a message that arrives later', async () => {
		const sandbox = await openSandbox();
		await sandbox.text('13490000016');
		const body = JSON.stringify({ advanceMs: 20_000 });
		await fetch(`${sandbox.url}/_sandbox/clock`, { method: 'POST', body });
		expect((await sandbox.messages())[0]?.['call']).toBe((await lastCall(sandbox)).id);
	});

	it('keeps no secret of somebody who came with real ones', async () => {
		const sandbox = await openSandbox();
		const form = new URLSearchParams({
			Action: 'SendSms',
			Version: '2017-05-25',
			AccessKeyId: 'LTAI5tRealKeyOfSomebody',
			SecurityToken: 'CAIS+real/token==',
			SignatureMethod: 'HMAC-SHA1',
			SignatureVersion: '1.0',
			SignatureNonce: '1',
			Timestamp: '2026-01-01T00:00:00Z',
			Signature: 'c2lnbmF0dXJl'
		});
		const headers = { cookie: 'session=of-another-port', authorization: 'Bearer a-real-token' };
		await fetch(sandbox.url, { method: 'POST', body: form, headers: { cookie: headers.cookie } });
		await fetch(sandbox.url, { method: 'POST', body: form, headers });
		const calls = await (await fetch(`${sandbox.url}/_sandbox/calls`)).text();
		for (const secret of [
			'of-another-port',
			'a-real-token',
			'RealKeyOfSomebody',
			'real/token',
			'real%2Ftoken',
			'real%252F'
		]) {
			expect(calls).not.toContain(secret);
		}
		expect(calls).toContain('LTAI…');
	});
});

describe('searching the inbox', () => {
	it('finds messages by words, number and code, on the page and for programs', async () => {
		const sandbox = await openSandbox();
		await sandbox.text(phone);
		await sandbox.mail({ HtmlBody: '<p>Use 771203 at the bookshop</p>' });
		const found = async (q: string) => (await sandbox.messages(new URLSearchParams({ q }).toString())).length;
		expect([
			await found('BOOKSHOP use'),
			await found('13490000100'),
			await found('771203'),
			await found('nobody')
		]).toEqual([1, 1, 1, 0]);
		const page = async (q: string) => (await fetch(`${sandbox.url}/?q=${q}`)).text();
		expect(await page('bookshop')).not.toContain('482913');
		expect(await page('%22%3E%3Cscript%3E')).not.toContain('"><script>');
		expect(await page('nobody')).toContain('Nothing matches');
	});
});
