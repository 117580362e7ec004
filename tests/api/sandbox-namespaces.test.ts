// Tests that run at the same time: recipients of their own, and a clock that moves for them alone.
import { afterEach, describe, expect, it } from 'vitest';
import type { Namespace } from '../../src/sandbox/namespaces.ts';
import { smsCodes } from '../../src/sandbox/scenario-codes.ts';
import { closeSandboxes, openSandbox, phone, type OpenSandbox } from './sandbox-fixture.ts';

afterEach(closeSandboxes);

const aliyun = { perMinute: 1, perHour: 5, perDay: 10, perNumberPerDay: 40 };

async function claim({ url }: OpenSandbox, name?: string): Promise<Namespace> {
	const body = JSON.stringify(name === undefined ? {} : { name });
	const response = await fetch(`${url}/_sandbox/namespaces`, { method: 'POST', body });
	expect(response.status).toBe(201);
	return (await response.json()) as Namespace;
}

async function moveOn({ url }: OpenSandbox, advanceMs: number, namespace?: string): Promise<number> {
	const body = JSON.stringify({ advanceMs, namespace });
	const response = await fetch(`${url}/_sandbox/clock`, { method: 'POST', body });
	return ((await response.json()) as { offsetMs: number }).offsetMs;
}

const digits = ({ phonePrefix }: Namespace, last: string) => `${phonePrefix.slice(1)}${last}`;

describe('a namespace', () => {
	it('has numbers and addresses that no other has, and the same ones when it is claimed again', async () => {
		const sandbox = await openSandbox();
		const [mine, theirs, again] = [await claim(sandbox, 'mine'), await claim(sandbox), await claim(sandbox, 'mine')];
		expect(again).toEqual(mine);
		expect(mine).toEqual({ name: 'mine', phonePrefix: '+8613490001', mailDomain: 'mine.test' });
		expect([theirs.phonePrefix, theirs.mailDomain]).not.toEqual([mine.phonePrefix, mine.mailDomain]);
	});

	it('sees and clears only its own messages', async () => {
		const sandbox = await openSandbox();
		const [mine, theirs] = [await claim(sandbox, 'mine'), await claim(sandbox, 'theirs')];
		await sandbox.text(digits(mine, '100'));
		await sandbox.mail({ ToAddress: 'Someone@mine.test' });
		await sandbox.text(digits(theirs, '100'));
		await sandbox.text(phone);
		const found = await sandbox.messages('namespace=mine');
		expect(found.map((message) => message['to'])).toEqual([`+${digits(mine, '100')}`, 'someone@mine.test']);
		await fetch(`${sandbox.url}/_sandbox/messages?namespace=mine`, { method: 'DELETE' });
		expect((await sandbox.messages()).map((message) => message['to'])).toEqual([
			`+${digits(theirs, '100')}`,
			`+86${phone}`
		]);
	});

	it('meets only its own faults', async () => {
		const sandbox = await openSandbox();
		const [mine, theirs] = [await claim(sandbox, 'mine'), await claim(sandbox, 'theirs')];
		await sandbox.fault({ action: 'SendSms', namespace: 'mine', code: 'isv.AMOUNT_NOT_ENOUGH', times: 5 });
		expect((await sandbox.text(digits(theirs, '100'))).json['Code']).toBe('OK');
		expect((await sandbox.text(phone)).json['Code']).toBe('OK');
		expect((await sandbox.text(digits(mine, '100'))).json['Code']).toBe('isv.AMOUNT_NOT_ENOUGH');
		await fetch(`${sandbox.url}/_sandbox/reset?namespace=mine`, { method: 'POST' });
		expect((await sandbox.text(digits(mine, '100'))).json['Code']).toBe('OK');
	});

	it('has recipients with a fixed outcome of its own', async () => {
		const sandbox = await openSandbox();
		const mine = await claim(sandbox, 'mine');
		expect((await sandbox.text(digits(mine, '006'))).json['Code']).toBe('isv.AMOUNT_NOT_ENOUGH');
		const { json } = await sandbox.mail({ ToAddress: 'bad-recipient@scenario.mine.test' });
		expect(json['Code']).toBe('InvalidToAddress');
		// Nobody has claimed these: ordinary recipients.
		expect((await sandbox.text('8613490777006')).json['Code']).toBe('OK');
		expect((await sandbox.mail({ ToAddress: 'bad-recipient@scenario.nobody.test' })).status).toBe(200);
	});

	it('can be given back, and its name then starts afresh with other numbers', async () => {
		const sandbox = await openSandbox({ limits: aliyun });
		const mine = await claim(sandbox, 'mine');
		await sandbox.text(digits(mine, '100'));
		await sandbox.mail({ ToAddress: 'someone@mine.test' });
		expect((await fetch(`${sandbox.url}/_sandbox/namespaces/mine`, { method: 'DELETE' })).status).toBe(204);
		expect((await fetch(`${sandbox.url}/_sandbox/namespaces/mine`, { method: 'DELETE' })).status).toBe(404);
		const next = await claim(sandbox, 'mine');
		expect(next.phonePrefix).not.toBe(mine.phonePrefix);
		expect(await sandbox.messages('namespace=mine')).toEqual([]);
		// What was counted for the numbers is forgotten with them.
		expect((await sandbox.text(digits(mine, '100'))).json['Code']).toBe('OK');
	});

	it.each(['Mine', 'a.b', '-a', 'scenario', 'x'.repeat(41), 5])('is not called %s', async (name) => {
		const { url } = await openSandbox();
		const body = JSON.stringify({ name });
		expect((await fetch(`${url}/_sandbox/namespaces`, { method: 'POST', body })).status).toBe(400);
	});
});

describe('the clock', () => {
	it('lets a limit pass without waiting, for one namespace', async () => {
		const sandbox = await openSandbox({ limits: aliyun });
		const [mine, theirs] = [await claim(sandbox, 'mine'), await claim(sandbox, 'theirs')];
		const code = async (to: string) => (await sandbox.text(to)).json['Code'];
		expect([await code(digits(mine, '100')), await code(digits(theirs, '100'))]).toEqual(['OK', 'OK']);
		expect(await moveOn(sandbox, 60_000, 'mine')).toBe(60_000);
		expect(await code(digits(mine, '100'))).toBe('OK');
		expect(await code(digits(theirs, '100'))).toBe('isv.BUSINESS_LIMIT_CONTROL');
		await moveOn(sandbox, 60_000);
		expect(await code(digits(theirs, '100'))).toBe('OK');
	});

	it('brings a late message forward, before the change is answered', async () => {
		const sandbox = await openSandbox();
		await claim(sandbox, 'mine');
		await sandbox.text('13490001016');
		await sandbox.mail({ ToAddress: 'late-delivery@scenario.test' });
		await moveOn(sandbox, 19_000, 'mine');
		expect(await sandbox.messages()).toEqual([]);
		await moveOn(sandbox, 1000, 'mine');
		expect(await sandbox.messages()).toMatchObject([{ to: '+8613490001016' }]);
		await moveOn(sandbox, 20_000);
		expect(await sandbox.messages()).toHaveLength(2);
	});

	it('leaves the age of stamps alone: calls are signed in real time', async () => {
		const sandbox = await openSandbox();
		await moveOn(sandbox, 86_400_000);
		expect((await sandbox.text(phone)).json['Code']).toBe('OK');
	});

	it.each([{}, { advanceMs: -1 }, { advanceMs: 1.5 }, { advanceMs: '60000' }, { advanceMs: 1, namespace: 5 }])(
		'refuses %j',
		async (body) => {
			const { url } = await openSandbox();
			const response = await fetch(`${url}/_sandbox/clock`, { method: 'POST', body: JSON.stringify(body) });
			expect(response.status).toBe(400);
		}
	);
});

it('has a number for every code of the catalogue', async () => {
	const { text } = await openSandbox();
	for (const [number, code] of Object.entries(smsCodes)) {
		expect((await text(`134900000${number}`)).json['Code']).toBe(code);
	}
});
