// What testers ask of the sandbox: its inbox, and its end.
import { afterEach, describe, expect, it } from 'vitest';
import { closeSandboxes, openSandbox, phone } from './sandbox-fixture.ts';
import { sms } from './sandbox-signer.ts';

afterEach(closeSandboxes);

describe('reading the inbox', () => {
	it('finds a number with or without country code and plus', async () => {
		const { text, messages } = await openSandbox();
		await text(phone);
		await text('13490000101');
		for (const to of [phone, `86${phone}`, `%2B86${phone}`, `+86${phone}`, `0086${phone}`, '+86 134 9000 0100']) {
			expect(await messages(`to=${to}`), to).toHaveLength(1);
		}
		expect(await messages('to=100')).toEqual([]);
	});

	it('gives what came after a message, newest last', async () => {
		const at = 1_800_000_000_000;
		const { call, messages } = await openSandbox({ now: () => at });
		const text = (to: string) => call(sms(to), { at });
		await text(phone);
		const first = (await messages())[0]?.at ?? 0;
		await text('13490000101');
		await text('13490000102');
		const later = await messages(`after=${first}`);
		expect(later.map((message) => message['to'])).toEqual(['+8613490000101', '+8613490000102']);
	});

	it('waits for the message that fits', async () => {
		const { text, messages } = await openSandbox();
		const waiting = messages(`to=${phone}&wait=10`);
		await text('13490000101');
		await text(phone);
		expect(await waiting).toMatchObject([{ to: '+8613490000100' }]);
	});

	it('answers an empty list when the time is up', async () => {
		const { messages } = await openSandbox();
		const start = Date.now();
		expect(await messages('wait=0.2')).toEqual([]);
		expect(Date.now() - start).toBeGreaterThanOrEqual(190);
	});

	it('forgets one recipient, or all', async () => {
		const { url, text, messages } = await openSandbox();
		for (const to of [phone, '13490000101', '13490000102']) await text(to);
		await fetch(`${url}/_sandbox/messages?to=${phone}`, { method: 'DELETE' });
		expect(await messages()).toHaveLength(2);
		await fetch(`${url}/_sandbox/messages`, { method: 'DELETE' });
		expect(await messages()).toEqual([]);
	});

	it('streams what arrives', async () => {
		const { url, text } = await openSandbox();
		const response = await fetch(`${url}/_sandbox/events`);
		const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
		await text(phone);
		let stream = '';
		while (!stream.includes('event: message')) stream += (await reader?.read())?.value ?? '';
		await reader?.cancel();
		expect(stream).toMatch(/data: \{.*"code":"482913"/);
	});

	it('says whose account it plays', async () => {
		const { url } = await openSandbox({ credentials: { accessKeyId: 'mine', signName: '我的应用' } });
		expect(await (await fetch(`${url}/_sandbox/credentials`)).json()).toEqual({
			accessKeyId: 'mine',
			accessKeySecret: 'foyer-sandbox-secret',
			signName: '我的应用',
			templateCode: 'SMS_400000001'
		});
		expect((await fetch(`${url}/_sandbox/health`)).status).toBe(200);
		expect((await fetch(`${url}/_sandbox/nothing`)).status).toBe(404);
	});
});

describe('closing the sandbox', () => {
	it('ends whoever still waits', async () => {
		const { url, messages, close } = await openSandbox();
		const waiting = messages('wait=30').catch(() => 'cut');
		await fetch(`${url}/_sandbox/health`);
		await close();
		expect(await waiting).toBe('cut');
		await expect(fetch(url)).rejects.toThrow();
	});
});
