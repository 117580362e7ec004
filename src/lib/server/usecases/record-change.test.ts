// A change without its line in the audit log would be one that nobody can account for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	aMachine as caller,
	openTestServices,
	standingAt,
	type TestServices
} from '../../../../tests/support/test-services.ts';
import { createPost } from '../webhooks/post.ts';
import { removeAccount, suspendAccount } from './accounts/change.ts';
import { unlock } from './accounts/unlock.ts';
import { endSession } from './accounts/sessions.ts';
import { dropAsset } from './assets.ts';
import { targetKey } from './attempts.ts';
import { changeSettings } from './change-settings.ts';
import { changePhrases } from './custom-phrases.ts';
import { changeHook, renewSigningKey } from './hooks/manage.ts';

let services: TestServices;
let close: () => Promise<void>;
let dropTable: (name: string) => Promise<void>;
beforeEach(async () => ({ services, close, dropTable } = await openTestServices()));
afterEach(() => close());

const id = 'ada';
const hook = 'hook';
const picture = 'picture';
const rule = { threshold: 1, firstWait: 30, longestWait: 30 };

const words = { send_code: 'Go' };

async function createUser() {
	const times = { createdAt: standingAt, updatedAt: standingAt };
	await services.store.users.insert({ id, profile: {}, customData: {}, isSuspended: false, ...times });
	const config = { url: 'https://hook.example/' };
	const told = { name: 'Shop', events: ['PostSignIn' as const], config, signingKey: 'key', enabled: true };
	await services.store.hooks.insert({ id: hook, ...told, createdAt: standingAt });
	const drawn = { bytes: new Uint8Array(), type: 'image/png' as const, width: 1, height: 1 };
	await services.store.assets.put({ id: picture, ...drawn, createdAt: standingAt });
	await services.store.oidc.upsert('Session', 'session', { accountId: id, uid: 'browser' }, undefined);
	await services.store.lockouts.take([{ key: targetKey(services, { userId: id }, 'password'), rule }], standingAt);
}

async function look() {
	const { users, lockouts, settings, hooks, assets, phrases, oidc } = services.store;
	return {
		isSuspended: (await users.find(id))?.isSuspended,
		wait: await lockouts.retryAfter({ key: targetKey(services, { userId: id }, 'password'), rule }, standingAt),
		signingKey: (await hooks.find(hook))?.signingKey,
		pictures: (await assets.list()).length,
		words: await phrases.list(),
		sessions: (await oidc.sessionsOf(id)).length,
		supportEmail: (await settings.read()).supportEmail
	};
}

const changes: [string, () => Promise<unknown>][] = [
	['suspending an account', () => suspendAccount(services, caller, id, true)],
	['removing an account', () => removeAccount(services, caller, id)],
	['forgiving failed attempts', () => unlock(services, caller, [id])],
	[
		'giving a webhook another key',
		() => renewSigningKey({ ...services, webhooks: createPost(services) }, caller, hook)
	],
	['removing a picture', () => dropAsset(services, caller, picture)],
	[
		'saying a text otherwise',
		() => changePhrases(services, caller, { languageTag: 'en', phrases: words, builtIn: words })
	],
	['ending a session', () => endSession(services, caller, { id, session: 'browser' })],
	['changing the settings', () => changeSettings(services, caller, { wanted: { supportEmail: 'help@shop.example' } })]
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

describe('changes of one thing at the same time', () => {
	it('leave a webhook the key that was just given to it', async () => {
		await createUser();
		const all = { ...services, webhooks: createPost(services) };
		const [, renewed] = await Promise.all([
			changeHook(all, caller, hook, { name: 'Other' }),
			renewSigningKey(all, caller, hook)
		]);
		const { name, signingKey } = (await services.store.hooks.find(hook)) ?? {};
		expect([name, signingKey]).toEqual(['Other', renewed.ok && renewed.value.signingKey]);
	});

	it('keep every text that somebody says otherwise, and a language without any is gone', async () => {
		const say = (phrases: Record<string, string | null>) =>
			changePhrases(services, caller, { languageTag: 'en', phrases, builtIn: { one: '1', two: '2', three: '3' } });
		await Promise.all([say({ one: 'I' }), say({ two: 'II' }), say({ three: 'III' })]);
		expect(await services.store.phrases.find('en')).toEqual({ one: 'I', two: 'II', three: 'III' });
		await Promise.all([say({ one: null }), say({ two: null, three: null })]);
		expect(await services.store.phrases.list()).toEqual([]);
	});
});
