// Delivery receipts: pushed by the vendor or asked for, kept beside the message, and nothing of a person with them.
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxConnectors } from '../../src/cli/sandbox-connectors.ts';
import { startSignIn } from '../support/api-client.ts';
import { verificationSignName } from '../../src/sandbox/sms/send-sms-verify-code.ts';
import { someEmail, somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

/** The sandbox accepts a message to it, and says later that the number is on a black list. */
const blackListed = '8613490000081';

let foyer: Foyer;
let address: string;
beforeAll(async () => {
	foyer = await startFoyer({ env: { LOG_LEVEL: 'info' } });
	[address = ''] = (await foyer.run(['connector', 'receipts'])).stdout.split('\n');
});
afterAll(() => foyer.stop());

async function sendCodeTo(phone: string): Promise<void> {
	const journey = await startSignIn(foyer);
	await journey.api('PUT', '', { interactionEvent: 'SignIn' });
	expect((await journey.sendCode({ type: 'phone', value: phone })).status).toBe(200);
}

const post = (url: string, body: unknown) =>
	fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

type Sum = { receipt?: string; receiptCode?: string; count: number };
async function deliveries(): Promise<{ messages: Sum[]; codes: { country: string; sent: number }[] }> {
	const { stdout } = await foyer.run(['connector', 'deliveries', '--json']);
	return JSON.parse(stdout);
}

describe('a receipt that Aliyun pushes', () => {
	const report = { biz_id: '402617584525830937^0', success: true, err_code: 'DELIVERED', phone_number: '13800138000' };

	it('is taken at an address that nobody can guess, and nowhere else', async () => {
		expect(new URL(address).pathname).toMatch(/^\/api\/receipts\/aliyun\/[\w-]{43}$/);
		const taken = await post(address, [report]);
		expect([taken.status, await taken.json()]).toEqual([200, { code: 0, msg: 'ok' }]);
		expect((await post(`${address.slice(0, -1)}_`, [report])).status).toBe(404);
		expect((await post(address, { code: 1 })).status).toBe(400);
	});

	it('is refused elsewhere before it is read', async () => {
		const sent = request(`${address.slice(0, -1)}_`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', 'content-length': '400000' }
		});
		sent.write('[');
		const [answer] = (await once(sent, 'response')) as [IncomingMessage];
		sent.on('error', () => {}).destroy();
		expect(answer.statusCode).toBe(404);
	});

	it('may come with hundreds of others', async () => {
		const long = {
			...report,
			send_time: '2026-01-01 00:00:00',
			report_time: '2026-01-01 00:00:00',
			err_msg: '用户接收成功'
		};
		const many = Array.from({ length: 400 }, () => ({ ...long, sms_size: '1', out_id: '67890' }));
		expect(JSON.stringify(many).length).toBeGreaterThan(65_536);
		expect((await post(address, many)).status).toBe(200);
	});

	it('is taken beside one that nobody can read', async () => {
		const odd = [{ biz_id: '1', success: 'yes' }, null, 'report', report];
		expect((await post(address, odd)).status).toBe(200);
	});

	it('is kept beside its message: arrived, or the vendor’s code for why not', async () => {
		await post(`${foyer.sandbox.url}/_sandbox/receipts`, { url: address });
		const me = somePhone();
		for (const phone of [me, blackListed]) await sendCodeTo(phone);
		await expect
			.poll(() => foyer.logs(), { timeout: 10_000 })
			.toMatch(/"detail":"MOBILE_IN_BLACK".*message\.undelivered/);
		await expect.poll(() => foyer.logs(), { timeout: 10_000 }).toMatch(/message\.arrived/);

		const { messages, codes } = await deliveries();
		expect(messages).toEqual([
			expect.objectContaining({ receipt: 'arrived', receiptCode: 'DELIVERED', count: 1 }),
			expect.objectContaining({ receipt: 'failed', receiptCode: 'MOBILE_IN_BLACK', count: 1 })
		]);
		expect(codes).toMatchObject([{ country: 'CN', sent: 2 }]);
		const { stdout } = await foyer.run(['connector', 'deliveries']);
		expect(stdout).toMatch(/aliyun-sms .*MOBILE_IN_BLACK ×1/);
		for (const text of [foyer.logs(), stdout]) expect(text).not.toMatch(new RegExp(`${me.slice(2)}|13490000081`));
		expect(foyer.logs()).not.toContain(address.slice(-43));
	});
});

describe('a connector that is set to ask for receipts', () => {
	it('asks half a minute later, for as long as the vendor does not know', async () => {
		await fetch(`${foyer.sandbox.url}/_sandbox/receipts`, { method: 'DELETE' });
		const [sms] = sandboxConnectors(Number(new URL(foyer.sandbox.url).port));
		const config = JSON.stringify({ ...(sms?.config as object), pollReceipts: true });
		expect(await foyer.run(['connector', 'set', 'aliyun-sms', '--file', '-'], config)).toMatchObject({ code: 0 });
		await foyer.advanceClock(62_000);
		// A running Foyer looks for other connectors once a second.
		await pause(1100);
		const logged = (line: RegExp) => foyer.logs().match(line)?.length ?? 0;
		const heard = () => logged(/message\.(arrived|undelivered)/g);
		const accepted = () => logged(/message\.accepted/g);
		const [before, acceptedBefore] = [heard(), accepted()];
		await sendCodeTo(blackListed);
		await expect.poll(accepted, { timeout: 10_000 }).toBe(acceptedBefore + 1);
		await foyer.advanceClock(31_000);
		await expect.poll(heard, { timeout: 10_000 }).toBe(before + 1);
		expect((await deliveries()).messages).toContainEqual(
			expect.objectContaining({ receipt: 'failed', receiptCode: 'MOBILE_IN_BLACK', count: 2 })
		);
	});
});

describe('every product of Aliyun', () => {
	const port = () => Number(new URL(foyer.sandbox.url).port);
	async function set(alias: string, config: object, ...more: string[]): Promise<void> {
		const done = await foyer.run(['connector', 'set', alias, '--file', '-', ...more], JSON.stringify(config));
		expect(done, alias).toMatchObject({ code: 0 });
	}
	const inbound = (detail: string) => foyer.logs().match(new RegExp(detail, 'g'))?.length ?? 0;

	beforeAll(async () => {
		const [sms, mail] = sandboxConnectors(port()).map(({ config }) => config as Record<string, string>);
		const { accessKeyId = '', accessKeySecret = '', endpoint = '' } = sms ?? {};
		const account = { accessKeyId, accessKeySecret, endpoint };
		const templates = [{ usageType: 'Generic', templateCode: '100001' }];
		await set('aliyun-sms', sms ?? {}, '--only', 'HK');
		await set('aliyun-dypns', { ...account, signName: verificationSignName, templates }, '--only', 'CN');
		await set('aliyun-globe', account, '--only', 'GB');
		await set('aliyun-dm', { ...mail, pollReceipts: true });
		await post(`${foyer.sandbox.url}/_sandbox/receipts`, { url: address });
		await foyer.advanceClock(3_700_000);
		await pause(1100);
	});

	it.each([
		['aliyun-dypns', blackListed, /aliyun-dypns .*MOBILE_IN_BLACK ×1/],
		['aliyun-globe', '447400123456', /aliyun-globe .*DELIVERED ×1|aliyun-globe .* 1 /]
	])('pushes what became of a text message: %s', async (alias, phone, said) => {
		const before = inbound('message.(arrived|undelivered)');
		await sendCodeTo(phone);
		await expect.poll(() => inbound('message.(arrived|undelivered)'), { timeout: 10_000 }).toBe(before + 1);
		expect((await foyer.run(['connector', 'deliveries'])).stdout, alias).toMatch(said);
	});

	it.each([
		['arrived', someEmail(), 'DELIVERED'],
		['failed', 'never-delivered@scenario.test', 'SendNonExistentMail']
	])('is asked what became of a mail: %s', async (receipt, value, receiptCode) => {
		const before = inbound('message.(arrived|undelivered)');
		const journey = await startSignIn(foyer);
		await journey.api('PUT', '', { interactionEvent: 'SignIn' });
		expect((await journey.sendCode({ type: 'email', value })).status).toBe(200);
		await expect.poll(() => foyer.logs(), { timeout: 10_000 }).toMatch(/"carries":"email".*message\.accepted/);
		await foyer.advanceClock(31_000);
		await expect.poll(() => inbound('message.(arrived|undelivered)'), { timeout: 10_000 }).toBe(before + 1);
		const { messages } = await deliveries();
		expect(messages).toContainEqual(expect.objectContaining({ carries: 'email', receipt, receiptCode, count: 1 }));
		expect(foyer.logs()).not.toContain(value);
	});
});
