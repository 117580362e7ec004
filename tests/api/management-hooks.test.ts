// Webhooks over HTTP: set up, told what happens, tried again, and refused where they lead inward.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithCode } from '../support/api-client.ts';
import { startHookReceiver, type HookReceiver } from '../support/hook-receiver.ts';
import { openMachine, type Machine } from '../support/management.ts';
import { somePhone } from '../support/people.ts';
import { startFoyer, type Foyer } from '../support/server.ts';

let foyer: Foyer;
let machine: Machine;
let receiver: HookReceiver;
let url: string;
beforeAll(async () => {
	receiver = await startHookReceiver();
	({ url } = receiver);
	foyer = await startFoyer();
	machine = await openMachine(foyer);
});
afterAll(async () => {
	await foyer.stop();
	receiver.close();
});

type Hook = { id: string; signingKey: string };
type Log = { payload: { event: string; result: string; attempts: number; responseStatus?: number } };

async function create(path: string, body: object = {}): Promise<Hook> {
	const made = await machine.api('POST', 'hooks', {
		name: 'Shop',
		events: ['PostRegister', 'PostSignIn', 'User.Created'],
		config: { url: url + path, retries: 2 },
		...body
	});
	if (made.status !== 201) throw new Error(JSON.stringify(made.body));
	return made.body as Hook;
}
const toldAt = (path: string) => receiver.told.filter((one) => one.path === path);
const logs = async (id: string) => (await machine.api('GET', `hooks/${id}/recent-logs`)).body as Log[];

describe('a webhook', () => {
	it('is told once of a registration and of a sign-in, signed as Logto does', async () => {
		const { id, signingKey } = await create('/good');
		const phone = somePhone();
		await signInWithCode(foyer, { phone });
		await foyer.advanceClock(61_000);
		await signInWithCode(foyer, { phone });
		const events = () => toldAt('/good').map(({ body }) => (JSON.parse(body) as { event: string }).event);
		await expect.poll(events, { timeout: 8000 }).toHaveLength(3);
		expect(events().sort()).toEqual(['PostRegister', 'PostSignIn', 'User.Created']);
		for (const { body, signature } of toldAt('/good')) {
			expect(signature).toBe(createHmac('sha256', signingKey).update(body).digest('hex'));
			expect(JSON.parse(body)).toMatchObject({
				hookId: id,
				applicationId: 'demo-app',
				user: { primaryPhone: phone.replace(/\D/g, ''), isSuspended: false },
				application: { id: 'demo-app', type: 'SPA' }
			});
		}
		await expect
			.poll(async () => (await logs(id)).map(({ payload }) => payload.result), { timeout: 5000 })
			.toEqual(['Success', 'Success', 'Success']);
		await machine.api('DELETE', `hooks/${id}`);
		expect((await machine.api('GET', `hooks/${id}/recent-logs`)).status).toBe(404);
	});

	it('that fails is tried again, each time later, and then no more; no redirect is followed', async () => {
		receiver.answers(307);
		const { id } = await create('/bad', { events: ['User.Created'] });
		await machine.api('POST', 'users', { name: 'Ada' });
		const attempts = async () => (await logs(id))[0]?.payload.attempts;
		await expect.poll(() => toldAt('/bad').length, { timeout: 5000 }).toBe(1);
		await foyer.advanceClock(11_000);
		await expect.poll(() => toldAt('/bad').length, { timeout: 5000 }).toBe(2);
		await foyer.advanceClock(61_000);
		await expect.poll(async () => (await logs(id))[0]?.payload.result, { timeout: 5000 }).toBe('Error');
		expect(await attempts()).toBe(3);
		expect((await logs(id))[0]?.payload.responseStatus).toBe(307);
		expect(toldAt('/elsewhere')).toEqual([]);
		receiver.answers(204);
		await machine.api('DELETE', `hooks/${id}`);
	});

	it('is told of a change, whichever part of an account it is', async () => {
		const { id } = await create('/changed', { events: ['User.Data.Updated'] });
		const user = (await machine.api('POST', 'users', { name: 'Ada' })).body as { id: string };
		await machine.api('PATCH', `users/${user.id}`, { name: 'Bo' });
		await machine.api('PATCH', `users/${user.id}/profile`, { nickname: 'B' });
		await machine.api('PATCH', `users/${user.id}/custom-data`, { plan: 1 });
		await expect.poll(() => toldAt('/changed').length, { timeout: 5000 }).toBe(3);
		await machine.api('DELETE', `hooks/${id}`);
	});

	it('is changed, gets another key, and is tried out with invented events', async () => {
		const { id, signingKey } = await create('/before');
		expect(await machine.api('PATCH', `hooks/${id}`, { enabled: false, name: 'Other' })).toMatchObject({
			status: 200,
			body: { enabled: false, name: 'Other', config: { url: `${url}/before` } }
		});
		const renewed = (await machine.api('PATCH', `hooks/${id}/signing-key`)).body as Hook;
		expect(renewed.signingKey).not.toBe(signingKey);
		const tried = { events: ['PostSignIn'], config: { url: `${url}/tried`, headers: { 'x-mine': '1' } } };
		expect((await machine.api('POST', `hooks/${id}/test`, tried)).status).toBe(204);
		const [one] = toldAt('/tried');
		expect(one?.signature).toBe(
			createHmac('sha256', renewed.signingKey)
				.update(one?.body ?? '')
				.digest('hex')
		);
		receiver.answers(500);
		expect(await machine.api('POST', `hooks/${id}/test`, tried)).toMatchObject({
			status: 422,
			body: { code: 'hook.endpoint_responded_with_error', data: { responseStatus: 500 } }
		});
		receiver.answers(204);
		const gone = { ...tried, config: { url: 'http://127.0.0.1:1/' } };
		expect(await machine.api('POST', `hooks/${id}/test`, gone)).toMatchObject({
			body: { code: 'hook.send_test_payload_failed' }
		});
		const list = await machine.api('GET', 'hooks');
		expect(list.headers.get('total-number')).toBe('1');
	});

	it.each([
		['http://10.0.0.1/', 422],
		['https://169.254.169.254/latest/meta-data', 422],
		['https://[fd00::1]/', 422],
		['https://ada:secret@example.com/', 422],
		['ftp://example.com/', 400],
		['/hook', 400]
	])('does not lead to %s', async (address, status) => {
		const body = { name: 'x', events: ['PostSignIn'], config: { url: address } };
		expect((await machine.api('POST', 'hooks', body)).status).toBe(status);
	});

	it.each([{ Host: 'evil.example' }, { 'logto-signature-sha-256': 'x' }, { 'x-a': 'b\r\nc: d' }])(
		'sends no header %j',
		async (headers) => {
			const config = { url: `${url}/x`, headers };
			expect((await machine.api('POST', 'hooks', { name: 'x', events: ['PostSignIn'], config })).status).toBe(400);
		}
	);
});
