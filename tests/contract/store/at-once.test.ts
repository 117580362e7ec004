// What administrators and programs change at the same moment, in two processes: nothing of it is lost, and nothing comes back.
import { expect, it } from 'vitest';
import { ids } from '../../../src/lib/server/telemetry/ids.ts';
import { removeAccount, suspendAccount } from '../../../src/lib/server/usecases/accounts/change.ts';
import { mergePart } from '../../../src/lib/server/usecases/accounts/merge.ts';
import { brandApplication } from '../../../src/lib/server/usecases/applications/brand.ts';
import { addConsentScopes, dropConsentScope } from '../../../src/lib/server/usecases/applications/consent-scopes.ts';
import { updateApplication } from '../../../src/lib/server/usecases/applications/update.ts';
import type { Application, Store } from '../../../src/lib/server/usecases/ports.ts';
import { aMachine as caller } from '../../support/test-services.ts';
import { onEachEngine, silent, type TestStore } from './engines.ts';
import { anApplication, aUser, now, times } from './fixtures.ts';

const servicesOn = (store: Store) => ({ store, ids, log: silent, clock: { now: () => now }, demo: false });
/** One of each process, in turns. */
async function openPair(held: TestStore) {
	const pair = [servicesOn(held.store), servicesOn(await held.openAnother())] as const;
	return (index: number) => pair[index % 2 === 0 ? 0 : 1];
}

onEachEngine('changes of one application at once', (held) => {
	it('leave each what it changed, and what was revoked does not come back', async () => {
		const of = await openPair(held);
		await times(5, async () => {
			const { id } = await stored(held.store, { type: 'MachineToMachine', redirectUris: [], mayManage: true });
			const answers = await Promise.all([
				updateApplication(of(0), id, { mayManage: false }),
				updateApplication(of(1), id, { name: 'Other' }),
				updateApplication(of(0), id, { description: 'Told' }),
				updateApplication(of(1), id, { customData: { tier: 'gold' } }),
				brandApplication(of(0), id, { displayName: 'House' })
			]);
			expect(answers.map(({ ok }) => ok)).not.toContain(false);
			expect(await held.store.applications.find(id)).toMatchObject({
				mayManage: undefined,
				name: 'Other',
				description: 'Told',
				customData: { tier: 'gold' },
				experience: { displayName: 'House' }
			});
		});
	});

	it('leave a third party the scopes that were added, and none that was taken away', async () => {
		const of = await openPair(held);
		await times(5, async () => {
			const thirdParty = { scopes: ['openid' as const, 'profile' as const, 'email' as const] };
			const { id } = await stored(held.store, { isThirdParty: true, thirdParty });
			await Promise.all([
				dropConsentScope(of(0), caller, { id, type: 'user-scopes', scope: 'email' }),
				addConsentScopes(of(1), caller, id, { userScopes: ['phone'] }),
				updateApplication(of(0), id, { name: 'Other' })
			]);
			const after = await held.store.applications.find(id);
			expect([after?.name, after?.thirdParty?.scopes]).toEqual(['Other', ['openid', 'profile', 'phone']]);
		});
	});
});

onEachEngine('merges into one account at once', (held) => {
	it('keep each other, in its profile and in its custom data', async () => {
		const of = await openPair(held);
		const user = aUser({ profile: { nickname: 'A' }, customData: { old: true } });
		await held.store.users.insert(user);
		const answers = await times(24, (index) => {
			const isProfile = index % 3 === 0;
			const changes = isProfile ? { [`p${index}`]: index } : { [`c${index}`]: index, old: null };
			const part = isProfile ? ('profile' as const) : ('customData' as const);
			return mergePart(of(index), caller, { id: user.id, part, changes });
		});
		expect(answers.map(({ ok }) => ok)).not.toContain(false);
		const { profile = {}, customData = {}, updatedAt } = (await held.store.users.find(user.id)) ?? {};
		const named = (prefix: string, isProfile: boolean) =>
			Array.from({ length: 24 }, (_, index) => index)
				.filter((index) => (index % 3 === 0) === isProfile)
				.map((index) => `${prefix}${index}`);
		expect(Object.keys(profile).sort()).toEqual(['nickname', ...named('p', true)].sort());
		expect(Object.keys(customData).sort()).toEqual(named('c', false).sort());
		// A change that was decided on any of the others before sees that it is not the last.
		expect(updatedAt).toBe(now + 24);
	});
});

onEachEngine('administrators who end each other at once', (held) => {
	const ways = {
		suspending: (services: Parameters<typeof removeAccount>[0], actorId: string, id: string) =>
			suspendAccount(services, { ...caller, actorId }, id, true),
		deleting: (services: Parameters<typeof removeAccount>[0], actorId: string, id: string) =>
			removeAccount(services, { ...caller, actorId }, id)
	};

	it.each([
		['suspending', 'suspending'],
		['deleting', 'deleting'],
		['suspending', 'deleting']
	] as const)('leave one: %s and %s', async (one, other) => {
		const of = await openPair(held);
		const { users } = held.store;
		for (let round = 0; round < 5; round++) {
			const [first, second] = [aUser({ isAdmin: true }), aUser({ isAdmin: true })];
			for (const admin of [first, second]) await users.insert(admin);
			const answers = await Promise.all([
				ways[one](of(0), first.id, second.id),
				ways[other](of(1), second.id, first.id)
			]);
			expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
			const left = (await users.listAdmins()).filter(({ isSuspended }) => !isSuspended);
			expect(left).toHaveLength(1);
			for (const { id } of await users.listAdmins()) await users.remove(id);
		}
	});
});

async function stored(store: Store, values: Partial<Application>): Promise<Application> {
	const application = anApplication(values);
	await store.applications.insert(application);
	return application;
}
