// A change without its line in the audit log would be one that nobody can account for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServices, standingAt, type TestServices } from '../../../../tests/support/test-services.ts';
import { removeAccount, suspendAccount } from './accounts/change.ts';
import { unlock } from './accounts/unlock.ts';
import { targetKey } from './attempts.ts';
import { changeSettings } from './change-settings.ts';
import type { MachineCaller } from './ports.ts';

let services: TestServices;
let close: () => Promise<void>;
let dropTable: (name: string) => Promise<void>;
beforeEach(async () => ({ services, close, dropTable } = await openTestServices()));
afterEach(() => close());

const caller: MachineCaller = {
	requestId: 'request',
	ip: '192.0.2.1',
	userAgent: 'test',
	locale: 'en',
	interactionId: undefined,
	applicationId: 'backoffice'
};
const id = 'ada';
const rule = { threshold: 1, firstWait: 30, longestWait: 30 };

async function createUser() {
	const times = { createdAt: standingAt, updatedAt: standingAt };
	await services.store.users.insert({ id, profile: {}, customData: {}, isSuspended: false, ...times });
	await services.store.lockouts.take([{ key: targetKey(services, { userId: id }, 'password'), rule }], standingAt);
}

async function look() {
	const { users, lockouts, settings } = services.store;
	return {
		isSuspended: (await users.find(id))?.isSuspended,
		wait: await lockouts.retryAfter({ key: targetKey(services, { userId: id }, 'password'), rule }, standingAt),
		supportEmail: (await settings.read()).supportEmail
	};
}

const changes: [string, () => Promise<unknown>][] = [
	['suspending an account', () => suspendAccount(services, caller, id, true)],
	['removing an account', () => removeAccount(services, caller, id)],
	['forgiving failed attempts', () => unlock(services, caller, [id])],
	['changing the settings', () => changeSettings(services, caller, { supportEmail: 'help@shop.example' })]
];

describe.each(changes)('%s', (_, change) => {
	it('happens', async () => {
		await createUser();
		const before = await look();
		expect(await change()).toMatchObject({ ok: true });
		expect(await look()).not.toEqual(before);
	});

	it('does not happen where the audit log cannot be written', async () => {
		await createUser();
		const before = await look();
		await dropTable('audit');
		await expect(change()).rejects.toThrow();
		expect(await look()).toEqual(before);
	});
});
