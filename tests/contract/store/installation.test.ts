import { expect, it } from 'vitest';
import { ok, refuse } from '../../../src/lib/contract/result.ts';
import { defaultSettings } from '../../../src/lib/contract/settings.ts';
import type { ConnectorRecord, SigningKey } from '../../../src/lib/server/usecases/ports.ts';
import { anApplication, fresh, now, times } from './fixtures.ts';
import { onEachEngine } from './engines.ts';

/** By then every process has looked. */
const lookedMs = 400;

function aConnector(values: Partial<ConnectorRecord> = {}): ConnectorRecord {
	return {
		id: fresh('connector'),
		connectorId: 'aliyun-short-message-service',
		carries: 'sms',
		config: { accessKeySecret: 'canary-connector' },
		enabled: true,
		priority: 0,
		createdAt: now,
		...values
	};
}

onEachEngine('applications', (held) => {
	it('come back as they were given', async () => {
		const { applications } = held.store;
		const full = anApplication({
			description: 'A shop',
			secrets: [{ name: 'Default secret', value: 'canary-application', createdAt: now }],
			customData: { tier: 'gold' },
			postLogoutRedirectUris: ['https://shop.example'],
			customClientMetadata: { idTokenTtl: 60 },
			isThirdParty: true,
			thirdParty: { scopes: ['openid', 'email'], termsOfUseUrl: 'https://shop.example/terms' }
		});
		const bare = anApplication({ type: 'SPA', createdAt: now + 1 });
		await applications.insert(full);
		await applications.insert(bare);
		expect(await applications.find(full.id)).toEqual(full);
		expect(await applications.find(bare.id)).toEqual(bare);
		expect(await applications.list()).toEqual([bare, full]);
		expect(await applications.find('nobody')).toBeUndefined();
		expect(await applications.find('no\0body')).toBeUndefined();
	});

	it('show a change and a removal at once here, and within half a second elsewhere', async () => {
		const { applications } = held.store;
		const elsewhere = (await held.openAnother()).applications;
		const application = anApplication({ name: 's1' });
		await applications.insert(application);
		await elsewhere.find(application.id);
		const renamed = await applications.change(application.id, (before) => ok({ ...before, name: 's2' }));
		expect(renamed).toEqual(ok({ ...application, name: 's2' }));
		expect((await applications.find(application.id))?.name).toBe('s2');
		await new Promise((resolve) => setTimeout(resolve, lookedMs));
		expect((await elsewhere.find(application.id))?.name).toBe('s2');

		expect(await applications.remove(application.id)).toBe(true);
		expect(await applications.find(application.id)).toBeUndefined();
		expect(await applications.remove(application.id)).toBe(false);
		expect(await applications.change(application.id, (before) => ok(before))).toBeUndefined();
	});

	it('have several secrets, each with a name of its own, and keep them through a change of the rest', async () => {
		const { applications } = held.store;
		const secret = (name: string, expiresAt?: number) => ({
			name,
			value: `value of ${name}`,
			createdAt: now,
			expiresAt
		});
		const application = anApplication({ secrets: [secret('a')] });
		await applications.insert(application);
		expect(await applications.addSecret(application.id, secret('b', now + 1))).toBe(true);
		expect(await applications.addSecret(application.id, secret('b'))).toBe(false);
		await applications.change(application.id, (before) => ok({ ...before, name: 'Other', secrets: [] }));
		expect((await applications.find(application.id))?.secrets).toEqual([secret('a'), secret('b', now + 1)]);
		expect(await applications.renameSecret(application.id, 'b', 'a')).toBe('taken');
		expect(await applications.renameSecret(application.id, 'c', 'd')).toBe('unknown');
		expect(await applications.renameSecret(application.id, 'b', 'c')).toBe('renamed');
		expect(await applications.removeSecret(application.id, 'a')).toBe(true);
		expect(await applications.removeSecret(application.id, 'a')).toBe(false);
		expect((await applications.find(application.id))?.secrets.map(({ name }) => name)).toEqual(['c']);
	});

	it('show what a transaction changed once it has ended, and not before', async () => {
		const { applications } = held.store;
		const application = anApplication({ name: 'Before' });
		await applications.insert(application);
		await applications.find(application.id);
		await held.store.transaction(async (scope) => {
			await scope.applications.change(application.id, (before) => ok({ ...before, name: 'After' }));
			expect((await scope.applications.find(application.id))?.name).toBe('After');
		});
		expect((await applications.find(application.id))?.name).toBe('After');
	});

	it('cost a few statements a second when they are asked for all the time and nothing changes', async () => {
		const statements: string[] = [];
		const { applications } = await held.openAnother({ onStatement: (sql) => statements.push(sql) });
		const application = anApplication();
		await applications.insert(application);
		await applications.find(application.id);
		await new Promise((resolve) => setTimeout(resolve, lookedMs));
		statements.length = 0;
		for (let count = 0; count < 10; count++) await applications.find(application.id);
		expect(statements).toHaveLength(1);
	});
});

onEachEngine('connectors, settings and signing keys', (held) => {
	it('shows a change of the connectors at once here, and within half a second elsewhere', async () => {
		const statements: string[] = [];
		const other = await held.openAnother({ onStatement: (sql) => statements.push(sql) });
		const record = aConnector({ enabled: false });
		await other.connectors.list();
		await held.store.connectors.put(record);
		expect(await held.store.connectors.list()).toContainEqual(record);
		await new Promise((resolve) => setTimeout(resolve, lookedMs));
		const listed = await other.connectors.list();
		expect(listed).toContainEqual(record);
		statements.length = 0;
		expect(await other.connectors.list()).toBe(listed);
		expect(statements.filter((sql) => sql.includes('"connector"'))).toEqual([]);
		await other.connectors.change((before) => ok(before.filter(({ id }) => id !== record.id)));
		expect(await other.connectors.list()).not.toContainEqual(record);
	});

	it('keeps connectors in the order in which they are tried, with their countries', async () => {
		const { connectors } = held.store;
		const first = aConnector({ priority: 0, countries: { only: ['CN'] }, createdAt: now + 3 });
		const second = aConnector({ priority: 1, countries: { except: ['US'] } });
		const spare = aConnector({ priority: 1, enabled: false, createdAt: now + 1 });
		for (const record of [spare, second, first]) await connectors.put(record);
		expect(await connectors.list()).toEqual([first, second, spare]);
		await connectors.put({ ...second, config: { changed: true } });
		expect((await connectors.list())[1]?.config).toEqual({ changed: true });
		expect(await connectors.change(() => ok([second]))).toEqual(ok([second]));
		expect(await connectors.list()).toEqual([second]);
	});

	it('changes no connector where the change is refused', async () => {
		const { connectors } = held.store;
		const before = await connectors.list();
		expect(await connectors.change(() => refuse('entity.not_found'))).toEqual(refuse('entity.not_found'));
		expect(await connectors.list()).toEqual(before);
	});

	it('reads the settings that were written last', async () => {
		const { settings } = held.store;
		expect(await settings.read()).toEqual(defaultSettings);
		for (const defaultCountry of ['DE', 'FR']) await settings.change((before) => ok({ ...before, defaultCountry }));
		expect(await settings.read()).toEqual({ ...defaultSettings, defaultCountry: 'FR' });
	});

	it('lists signing keys as next, current, previous, and replaces them together', async () => {
		const { keys } = held.store;
		const key = (status: SigningKey['status']): SigningKey => ({
			id: fresh('key'),
			status,
			jwk: { kty: 'OKP', d: 'canary-key' },
			createdAt: now
		});
		expect(await keys.list()).toEqual([]);
		const [previous, current, next] = [key('previous'), key('current'), key('next')];
		await keys.replaceAll([previous, current, next]);
		expect(await keys.list()).toEqual([next, current, previous]);
		await keys.replaceAll([current]);
		expect(await keys.list()).toEqual([current]);
	});
});

onEachEngine('administrators of two processes at the same moment', (held) => {
	it('leave one set of signing keys, and every connector that one of them added', async () => {
		const other = await held.openAnother();
		await times(10, async (index) => {
			const store = index % 2 ? other : held.store;
			const jwk = { set: index };
			await store.keys.replaceAll([
				{ id: `next-${index}`, status: 'next', jwk, createdAt: now },
				{ id: `current-${index}`, status: 'current', jwk, createdAt: now }
			]);
			await store.connectors.change((before) =>
				ok([...before, aConnector({ id: `added-${index}`, priority: before.length })])
			);
		});
		const [next, current, ...rest] = await held.store.keys.list();
		expect(next?.jwk).toEqual(current?.jwk);
		expect(rest).toEqual([]);
		const added = (await held.store.connectors.list()).filter(({ id }) => id.startsWith('added-'));
		expect(added).toHaveLength(10);
		expect(new Set(added.map(({ priority }) => priority)).size).toBe(10);
	});
});

onEachEngine('a dump of the database in the wrong hands', (held) => {
	it('holds no client secret, no connector key and no private key', async () => {
		const { store } = held;
		const application = anApplication({ secrets: [{ name: 'a', value: 'canary-application', createdAt: now }] });
		await store.applications.insert(application);
		await store.connectors.put(aConnector());
		const jwk = { kty: 'OKP', d: 'canary-key' };
		await store.keys.replaceAll([{ id: 'k1', status: 'current', jwk, createdAt: now }]);
		const dump = await held.dump();
		expect(dump).toContain(application.id);
		expect(dump).not.toContain('canary');

		const other = await held.openAnother({ secret: 'another secret that is also long enough' });
		await expect(other.applications.find(application.id)).rejects.toThrow(/FOYER_SECRET/);
		await expect(other.connectors.list()).rejects.toThrow(/FOYER_SECRET/);
		await expect(other.keys.list()).rejects.toThrow(/FOYER_SECRET/);
	});
});
