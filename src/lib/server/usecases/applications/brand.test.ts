import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '../../../../../tests/support/presets.ts';
import { openTestServices, standingAt, type TestServices } from '../../../../../tests/support/test-services.ts';
import { ok } from '../../../contract/result.ts';
import { brandApplication } from './brand.ts';
import { readExperience } from '../read-experience.ts';
import { setConnector } from '../set-connector.ts';
import { writeSettings } from '../write-settings.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeEach(async () => ({ services, close } = await openTestServices()));
afterEach(() => close());

const green = { primaryColor: '#117733', isDarkModeEnabled: false, darkPrimaryColor: '#88ccaa' };

async function register(isThirdParty = false): Promise<string> {
	const id = isThirdParty ? 'stranger' : 'shop';
	await services.store.applications.insert({
		id,
		name: 'Shop',
		type: 'SPA',
		redirectUris: [],
		postLogoutRedirectUris: [],
		secrets: [],
		customClientMetadata: {},
		customData: {},
		isThirdParty,
		createdAt: standingAt
	});
	return id;
}

describe('an application with a look of its own', () => {
	it('shows it, and shares the rest', async () => {
		await writeSettings(services, {
			branding: { name: 'House', logoUrl: '/house.svg' },
			privacyPolicyUrl: 'https://a.example/'
		});
		const look = {
			displayName: 'Shop',
			color: green,
			branding: { darkLogoUrl: '/dark.svg' },
			termsOfUseUrl: 'https://b.example/'
		};
		const id = await register();
		expect((await brandApplication(services, id, look)).ok).toBe(true);
		expect(await readExperience(services, id)).toMatchObject({
			color: green,
			branding: { name: 'Shop', logoUrl: '/house.svg', darkLogoUrl: '/dark.svg' },
			termsOfUseUrl: 'https://b.example/',
			privacyPolicyUrl: 'https://a.example/'
		});
		for (const other of [null, 'nobody']) {
			expect((await readExperience(services, other)).branding.name).toBe('House');
		}
	});

	it('can look like all others again', async () => {
		const id = await register();
		await brandApplication(services, id, { color: green });
		await brandApplication(services, id, null);
		expect(await readExperience(services, id)).toEqual(await readExperience(services, null));
	});

	it('is not a third party', async () => {
		const id = await register(true);
		expect(await brandApplication(services, id, { displayName: 'House' })).toMatchObject({ ok: false });
		await services.store.applications.change(id, (stranger) =>
			ok({ ...stranger, experience: { displayName: 'House' } })
		);
		expect((await readExperience(services, id)).branding.name).toBeUndefined();
	});

	it.each([
		[{ customCss: 'body{}' }, 'guard.invalid_input'],
		[{ color: { primaryColor: 'red' } }, 'guard.invalid_input'],
		[{ termsOfUseUrl: 'javascript:alert(1)' }, 'guard.invalid_input'],
		[{ branding: { logoUrl: 'https://cdn.example/logo.svg' } }, 'request.feature_not_supported'],
		['green', 'guard.invalid_input']
	])('does not take %j', async (look, code) => {
		expect(await brandApplication(services, await register(), look)).toMatchObject({ problem: { code } });
	});
});

describe('what pages may know', () => {
	it('is nothing that helps to get around a limit', async () => {
		const visible = await readExperience(services, null);
		for (const name of ['sendPolicy', 'lockoutPolicy', 'emailBlocklistPolicy', 'forgotPasswordMethods']) {
			expect(visible).not.toHaveProperty(name);
		}
		expect(visible).toHaveProperty('passwordPolicy.length.min', 8);
	});

	it('is how a password can be recovered now', async () => {
		const { store } = services;
		await writeSettings(services, presets.usernamePassword);
		expect((await readExperience(services, null)).forgotPassword).toEqual({ phone: false, email: false });
		await setConnector({ ...services, store }, { connectorId: 'some', carries: 'sms', config: {}, isStandIn: false });
		expect((await readExperience(services, null)).forgotPassword).toEqual({ phone: true, email: false });
		await writeSettings(services, { forgotPasswordMethods: [] });
		expect((await readExperience(services, null)).forgotPassword).toEqual({ phone: false, email: false });
	});
});
