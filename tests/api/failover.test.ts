// Two connectors for text messages, and everything that can go wrong with the first: nobody gets two messages for one
// code, nobody waits for a provider that hangs, and the interaction says what became of it.
import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxConnectors } from '../../src/cli/sandbox-connectors.ts';
import { startSignIn, type SignIn } from '../support/api-client.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

type Told = { state: string; problem?: string };

async function begin(foyer: Foyer): Promise<SignIn> {
	const journey = await startSignIn(foyer);
	await journey.api('PUT', '', { interactionEvent: 'SignIn' });
	return journey;
}

async function delivery(journey: SignIn): Promise<Told | undefined> {
	const { body } = await journey.api('GET', 'interaction');
	return (body as { verificationRecords: { delivery?: Told }[] }).verificationRecords.at(-1)?.delivery;
}

/** Once nobody is at it any more. */
async function outcome(journey: SignIn): Promise<Told | undefined> {
	await expect.poll(async () => (await delivery(journey))?.state, { timeout: 15_000 }).not.toBe('pending');
	return delivery(journey);
}

const smsTo = (address: string) => {
	const [sms] = sandboxConnectors(0);
	return JSON.stringify({ ...(sms?.config as object), endpoint: address });
};

describe('two connectors', () => {
	let foyer: Foyer;
	beforeAll(async () => {
		foyer = await startFoyer();
		const added = await foyer.run(
			['connector', 'set', 'aliyun-sms', '--another', '--file', '-'],
			smsTo(foyer.sandbox.url)
		);
		expect(added).toMatchObject({ code: 0 });
	});
	afterAll(() => foyer.stop());

	async function disturb(phone: string, fault: object) {
		const body = JSON.stringify({ action: 'SendSms', phone, times: 1, ...fault });
		const headers = { 'content-type': 'application/json' };
		expect((await fetch(`${foyer.sandbox.url}/_sandbox/faults`, { method: 'POST', headers, body })).ok).toBe(true);
	}

	it.each([
		['refuses', { code: 'isv.OUT_OF_SERVICE' }, 'accepted', 1],
		['is throttled twice', { code: 'Throttling.User', times: 2 }, 'accepted', 1],
		['does not serve the country', { code: 'isv.NOT_SUPPORTED_COUNTRY' }, 'accepted', 1],
		['takes the message and drops the connection', { acceptThenDrop: true }, 'unknown', 1],
		['breaks the connection', { reset: true }, 'unknown', 0],
		['answers a page of HTML', { status: 502, html: '<h1>Bad gateway</h1>' }, 'unknown', 0],
		['fails inside', { code: 'isp.SYSTEM_ERROR' }, 'unknown', 0],
		['answers a byte at a time, for longer than anybody waits', { dripMs: 400 }, 'unknown', 1],
		['answers too late', { delayMs: 5500 }, 'unknown', 1],
		['finds the number wrong', { code: 'isv.MOBILE_NUMBER_ILLEGAL' }, 'refused', 0]
	])('send one message at most when the first %s', async (_, fault, state, messages) => {
		// The breaker forgets what the one before has broken.
		await foyer.advanceClock(31_000);
		const phone = somePhone();
		await disturb(phone, fault);
		const journey = await begin(foyer);
		const sent = await journey.sendCode({ type: 'phone', value: phone });
		expect([200, 400]).toContain(sent.status);
		expect(await outcome(journey)).toMatchObject({ state });
		await expect.poll(async () => (await foyer.inbox.messages(`+${phone}`)).length, { timeout: 5000 }).toBe(messages);
		if (messages === 0) return;
		const { verificationId } = sent.body as { verificationId: string };
		const code = await foyer.inbox.codeFor(`+${phone}`);
		expect((await journey.checkCode({ type: 'phone', value: phone }, verificationId, code)).status).toBe(200);
	});

	it('are not waited for while one hangs, and a refusal that comes later makes the next try free', async () => {
		await foyer.advanceClock(31_000);
		const phone = somePhone();
		await disturb(phone, { delayMs: 2500, code: 'isv.MOBILE_NUMBER_ILLEGAL' });
		const journey = await begin(foyer);
		const startedAt = performance.now();
		expect((await journey.sendCode({ type: 'phone', value: phone })).status).toBe(200);
		expect(performance.now() - startedAt).toBeLessThan(2000);
		expect(await delivery(journey)).toEqual({ state: 'pending' });
		expect(await outcome(journey)).toMatchObject({ state: 'refused', problem: 'connector.number_rejected' });
		expect((await journey.sendCode({ type: 'phone', value: phone })).status).toBe(200);
	});
});

describe('a server that ends while a message is on its way', () => {
	let vendor: Server;
	let arrived = 0;
	const env = { SANDBOX_PORT: '0', LOG_LEVEL: 'info' };
	beforeAll(async () => {
		vendor = createServer((_request, response) => {
			arrived += 1;
			const accepted = JSON.stringify({ Code: 'OK', Message: 'OK', BizId: '402617584525830937^0' });
			setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end(accepted), 1500);
		});
		await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => vendor.close());

	it(
		'waits for it when it is asked to stop; killed, it never sends it again and says that nobody knows',
		{ timeout: 240_000 },
		async () => {
			const first = await startFoyer({ env });
			const address = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
			expect(await first.run(['connector', 'set', 'aliyun-sms', '--file', '-'], smsTo(address))).toMatchObject({
				code: 0
			});
			const sent = await (await begin(first)).sendCode({ type: 'phone', value: somePhone() });
			expect(sent).toMatchObject({ status: 200, body: { verificationId: expect.any(String) } });
			expect(await first.stop({ keep: true })).toBe(0);
			expect(first.logs()).toContain('message.accepted');

			const { dataFolder, origin } = first;
			// The browser finds the next one where it left the last.
			const again = { dataFolder, env: { ...env, FOYER_ORIGIN: origin, PORT: new URL(origin).port } };
			const second = await startFoyer(again);
			const journey = await begin(second);
			const before = arrived;
			expect((await journey.sendCode({ type: 'phone', value: somePhone() })).status).toBe(200);
			await second.kill();
			const third = await startFoyer(again);
			expect(await delivery(journey)).toEqual({ state: 'pending' });
			await third.advanceClock(31_000);
			expect(await delivery(journey)).toEqual({ state: 'unknown' });
			expect(arrived - before).toBe(1);
			await third.stop();
			await rm(dataFolder, { recursive: true, force: true });
		}
	);
});
