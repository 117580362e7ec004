// Receipts as Aliyun pushes them: to an address of the tester's, on this machine.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { closeSandboxes, openSandbox, phone, type OpenSandbox } from './sandbox-fixture.ts';

type Report = Record<string, unknown>;
const listeners: Server[] = [];
afterEach(async () => {
	await closeSandboxes();
	await Promise.all(listeners.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

/** Answers what was pushed; `take` decides whether a push is answered as taken. */
async function openReceiver(take: () => boolean = () => true) {
	const reports: Report[] = [];
	const server = createServer(async (request, response) => {
		let body = '';
		for await (const chunk of request) body += String(chunk);
		reports.push(...(JSON.parse(body) as Report[]));
		response.end(JSON.stringify(take() ? { code: 0, msg: 'ok' } : { code: 1, msg: 'later' }));
	});
	listeners.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { reports, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/receipts` };
}

const ask = ({ url }: OpenSandbox, path: string, body: object) =>
	fetch(`${url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });

describe('a receipt', () => {
	it('says that a message arrived, in the words of SmsReport', async () => {
		const sandbox = await openSandbox();
		const { reports, url } = await openReceiver();
		expect((await ask(sandbox, 'receipts', { url })).status).toBe(201);
		const { json } = await sandbox.text(phone, { OutId: 'order-7' });
		await vi.waitFor(() => expect(reports).toHaveLength(1));
		expect(reports[0]).toEqual({
			phone_number: phone,
			send_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
			report_time: expect.any(String),
			success: true,
			err_code: 'DELIVERED',
			err_msg: '用户接收成功',
			sms_size: '1',
			biz_id: json['BizId'],
			out_id: 'order-7'
		});
	});

	it('fails as the number says, or as all are told to', async () => {
		const sandbox = await openSandbox();
		const { reports, url } = await openReceiver();
		await ask(sandbox, 'receipts', { url });
		await sandbox.text('13490000081');
		await vi.waitFor(() => expect(reports).toMatchObject([{ success: false, err_code: 'MOBILE_IN_BLACK' }]));
		await ask(sandbox, 'receipts', { url, outcome: 'USER_REJECT' });
		await sandbox.text(phone);
		await vi.waitFor(() => expect(reports).toHaveLength(2));
		expect(reports[1]).toMatchObject({ success: false, err_code: 'USER_REJECT' });
	});

	it('is pushed again after 1, 5 and 10 minutes until it is taken', async () => {
		const sandbox = await openSandbox();
		let answers = 0;
		const { reports, url } = await openReceiver(() => ++answers > 2);
		await ask(sandbox, 'receipts', { url });
		await sandbox.text(phone);
		const pushed = (push: object) => vi.waitFor(async () => expect(await pushesOf(sandbox)).toMatchObject([push]));
		const waitMinutes = (minutes: number) => ask(sandbox, 'clock', { advanceMs: minutes * 60_000 });
		await pushed({ tries: 1, isTaken: false });
		await waitMinutes(1);
		await pushed({ tries: 2, isTaken: false });
		await waitMinutes(5);
		await pushed({ tries: 3, isTaken: true });
		await waitMinutes(10);
		expect(reports).toHaveLength(3);
	});

	it.each(['https://example.com/receipts', 'http://192.168.1.5/', 'ftp://127.0.0.1/', 'nowhere'])(
		'is not pushed to %s',
		async (url) => {
			expect((await ask(await openSandbox(), 'receipts', { url })).status).toBe(400);
		}
	);
});

async function pushesOf({ url }: OpenSandbox): Promise<unknown> {
	const response = await fetch(`${url}/_sandbox/receipts`);
	return ((await response.json()) as { pushes: unknown }).pushes;
}
