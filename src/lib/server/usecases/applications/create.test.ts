import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServices, standingAt, type TestServices } from '../../../../../tests/support/test-services.ts';
import { createApplication, type NewApplication } from './create.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeAll(async () => ({ services, close } = await openTestServices()));
afterAll(() => close());

const wanted: NewApplication = {
	name: ' Bookstore ',
	type: 'Traditional',
	redirectUris: ['http://localhost:3000/callback'],
	postLogoutRedirectUris: ['http://localhost:3000/']
};

async function create(changes: Partial<NewApplication> = {}) {
	const created = await createApplication(services, { ...wanted, ...changes });
	if (!created.ok) throw new Error(JSON.stringify(created.problem));
	return created.value;
}

async function refusal(changes: Partial<NewApplication>) {
	const refused = await createApplication(services, { ...wanted, ...changes });
	return refused.ok ? undefined : refused.problem.data;
}

describe('registering an application', () => {
	it('stores what was asked for', async () => {
		const application = await create();
		expect(await services.store.applications.find(application.id)).toEqual(application);
		expect(application).toMatchObject({ name: 'Bookstore', type: 'Traditional', createdAt: standingAt });
	});

	it('gives confidential applications a secret that survives a Basic header unescaped', async () => {
		for (const type of ['Traditional', 'MachineToMachine'] as const) {
			const redirectUris = type === 'MachineToMachine' ? [] : wanted.redirectUris;
			expect((await create({ type, redirectUris })).secrets[0]?.value).toMatch(/^[A-Za-z0-9]{32}$/);
		}
	});

	it('gives public applications none', async () => {
		expect((await create({ type: 'SPA' })).secrets).toEqual([]);
		expect((await create({ type: 'Native' })).secrets).toEqual([]);
	});

	it('gives ids that are easy to type', async () => {
		expect((await create()).id).toMatch(/^[a-z0-9]{21}$/);
	});

	it('lets a third party ask for the usual scopes, or for those that are named', async () => {
		const usual = ['openid', 'profile', 'email', 'phone', 'offline_access'];
		expect((await create({ isThirdParty: true })).thirdParty?.scopes).toEqual(usual);
		const named = await create({ isThirdParty: true, scopes: ['email'], termsOfUseUrl: 'https://shop.example/terms' });
		expect(named.thirdParty).toMatchObject({
			scopes: ['openid', 'email'],
			termsOfUseUrl: 'https://shop.example/terms'
		});
		expect((await create()).thirdParty).toBeUndefined();
	});

	it('refuses what makes no sense for a third party, and its scopes and links for all others', async () => {
		expect(await refusal({ isThirdParty: true, scopes: ['everything'] })).toMatchObject({ field: 'scopes' });
		for (const termsOfUseUrl of ['http://shop.example', 'javascript:alert(1)', 'terms']) {
			expect(await refusal({ isThirdParty: true, termsOfUseUrl })).toMatchObject({ field: 'termsOfUseUrl' });
		}
		const machine = { type: 'MachineToMachine', redirectUris: [] } as const;
		expect(await refusal({ ...machine, redirectUris: [], isThirdParty: true })).toMatchObject({ field: 'type' });
		expect(await refusal({ scopes: ['email'] })).toMatchObject({ field: 'scopes' });
		expect(await refusal({ privacyPolicyUrl: 'https://shop.example' })).toMatchObject({ field: 'privacyPolicyUrl' });
	});

	it('says which address it refuses, and why', async () => {
		const uri = 'https://*.shop.example/callback';
		expect(await refusal({ redirectUris: [...wanted.redirectUris, uri] })).toEqual({
			field: 'redirectUris',
			uri,
			flaw: 'wildcard'
		});
		expect(await refusal({ postLogoutRedirectUris: [uri] })).toEqual({
			field: 'postLogoutRedirectUris',
			uri,
			flaw: 'wildcard'
		});
	});

	it('wants no address where no user comes back to, and no rights of a machine for anything else', async () => {
		expect(await refusal({ type: 'MachineToMachine' })).toMatchObject({ flaw: 'not-used' });
		expect(await refusal({ type: 'SPA', mayManage: true })).toMatchObject({ field: 'management' });
	});

	it('wants a name', async () => {
		expect(await refusal({ name: '  ' })).toMatchObject({ field: 'name' });
	});
});
