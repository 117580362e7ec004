// What counts as a message to a new address of an account, and what whoever asks is told about waiting.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noProvider, openTestServices, standingAt } from '../../../../../tests/support/test-services.ts';
import { defaultSettings, type Settings } from '../../../contract/settings.ts';
import { createMessenger } from '../../connectors/messenger.ts';
import { createPasswords } from '../../passwords/passwords.ts';
import { newAddressesKey } from '../attempts.ts';
import { createBackground } from '../background.ts';
import type { AccountCaller, Log, Services } from '../ports.ts';
import { sendAccountCode } from './send-account-code.ts';

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} };
const user = {
	id: 'ada',
	primaryEmail: 'ada@example.com',
	profile: {},
	customData: {},
	isSuspended: false,
	createdAt: standingAt,
	updatedAt: standingAt
};
const caller: AccountCaller = {
	...{ requestId: 'r', ip: '192.0.2.1', userAgent: '', locale: 'en', interactionId: undefined },
	...{ token: 'token', applicationId: 'shop', scopes: ['email'], sessionUid: undefined, grantId: 'grant' },
	holder: { user, factors: [], passkeys: [], digest: undefined },
	...{ verification: undefined, verificationId: undefined }
};
const own = { type: 'email', value: user.primaryEmail } as const;
const other = { type: 'email', value: 'new@example.com' } as const;
const accepting = async () => Response.json({ EnvId: '1', RequestId: 'R' });
const refusing = async () => Response.json({ Code: 'InvalidMailAddress.NotFound' }, { status: 400 });

let parts: Awaited<ReturnType<typeof openTestServices>>;
let now: number;
beforeEach(async () => {
	now = standingAt;
	parts = await openTestServices();
	const { store, ids } = parts.services;
	const config = { accessKeyId: 'id', accessKeySecret: 'key', accountName: 'no-reply@example.com' };
	const connector = { connectorId: 'aliyun-direct-mail', carries: 'email' as const, config };
	await store.connectors.put({ id: ids.id(), ...connector, enabled: true, priority: 0, createdAt: now });
	await store.users.insert(user);
});
afterEach(() => parts.close());

function servicesWith(fetch: typeof globalThis.fetch, settings: Partial<Settings> = {}): Services {
	const { services } = parts;
	return {
		...services,
		clock: { now: () => now },
		settings: async () => ({ ...defaultSettings, ...settings }),
		passwords: createPasswords(),
		messenger: createMessenger({ connectors: services.store.connectors, log: silent, fetch }),
		background: createBackground(silent),
		oidc: noProvider
	};
}

/** What has been counted so far: one more attempt says so. */
async function counted(): Promise<number> {
	const { lockouts } = parts.services.store;
	const rule = { threshold: 1000, firstWait: 60, longestWait: 3600 };
	const taken = await lockouts.take([{ key: newAddressesKey(user.id), rule }], now);
	if (!taken.ok) throw new Error('locked');
	await lockouts.giveBack(taken.taken);
	return (taken.taken[0]?.failures ?? 0) - 1;
}

const rateLimited = { problem: { code: 'request.message_rate_limited', data: { retryAfter: expect.any(Number) } } };

describe('a code to a new address', () => {
	it('counts once it was sent', async () => {
		expect(await sendAccountCode(servicesWith(accepting), caller, other)).toMatchObject({ ok: true });
		expect(await counted()).toBe(1);
	});

	it('does not count where the address had one a moment ago', async () => {
		const services = servicesWith(accepting);
		await sendAccountCode(services, caller, other);
		for (let times = 0; times < 3; times++) {
			expect(await sendAccountCode(services, caller, other)).toMatchObject(rateLimited);
		}
		expect(await counted()).toBe(1);
	});

	it('does not count where the provider took nothing', async () => {
		expect((await sendAccountCode(servicesWith(refusing), caller, other)).ok).toBe(false);
		expect(await counted()).toBe(0);
	});

	it('does not count where a proof of who asks is wanted first', async () => {
		const services = servicesWith(accepting, { captchaPolicy: { enabled: true } });
		expect(await sendAccountCode(services, caller, other)).toMatchObject({
			problem: { code: 'verification_record.permission_denied' }
		});
		expect(await counted()).toBe(0);
	});
});

describe('a code to the own address', () => {
	it('says when to come back, where nothing is left of what everybody shares', async () => {
		const sendPolicy = { ...defaultSettings.sendPolicy, perInstallation: [{ count: 1, seconds: 86_400 }] };
		const services = servicesWith(accepting, { sendPolicy });
		expect(await sendAccountCode(services, caller, own)).toMatchObject({ ok: true });
		now += 120_000;
		expect(await sendAccountCode(services, caller, own)).toMatchObject(rateLimited);
		expect(await counted()).toBe(0);
	});
});
