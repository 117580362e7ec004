import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presets } from '../../../../tests/support/presets.ts';
import { standingAt, openTestServices, type TestServices } from '../../../../tests/support/test-services.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { reviewSettings } from './review-settings.ts';
import { setConnector } from './set-connector.ts';
import { writeSettings } from './write-settings.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeEach(async () => ({ services, close } = await openTestServices()));
afterEach(() => close());

async function refusal(changes: unknown) {
	const written = await writeSettings(services, changes);
	return written.ok ? undefined : written.problem;
}
const connect = (carries: 'sms' | 'email') =>
	setConnector(services, { connectorId: `some-${carries}`, carries, config: {}, isStandIn: false });
const register = (id: string, username: string) =>
	services.store.users.insert({
		id,
		username,
		profile: {},
		customData: {},
		isSuspended: false,
		createdAt: standingAt,
		updatedAt: standingAt
	});

describe('changing the settings', () => {
	it('changes the named fields and keeps the others', async () => {
		await writeSettings(services, { color: { primaryColor: '#b5472f' } });
		await writeSettings(services, { supportEmail: 'help@shop.example' });
		expect(await services.settings()).toEqual({
			...defaultSettings,
			color: { ...defaultSettings.color, primaryColor: '#b5472f' },
			supportEmail: 'help@shop.example'
		});
	});

	it.each([
		['no object', [], 'settings'],
		['a field that is not one', { colour: {} }, 'colour'],
		['a field that every object has', JSON.parse('{"__proto__": {}}') as unknown, '__proto__'],
		['a colour that is none', { color: { primaryColor: 'red' } }, 'color.primaryColor'],
		['a link that is none', { termsOfUseUrl: 'javascript:alert(1)' }, 'termsOfUseUrl'],
		[
			'a code that lives for ever',
			{ verificationCodePolicy: { expirationDuration: 3601 } },
			'verificationCodePolicy.expirationDuration'
		],
		['no way to sign in', { signIn: { methods: [] } }, 'signIn.methods'],
		['no way to sign up', { signUp: { identifiers: [] } }, 'signUp.identifiers'],
		['what is not offered', { singleSignOnEnabled: true }, 'singleSignOnEnabled']
	])('refuses %s and keeps what was', async (_, changes, field) => {
		expect((await refusal(changes))?.data?.field).toBe(field);
		expect(await services.settings()).toEqual(defaultSettings);
	});

	it('takes all settings at once, as they were printed', async () => {
		const printed = JSON.parse(JSON.stringify(await services.settings())) as Record<string, unknown>;
		expect(await refusal({ ...printed, supportEmail: 'help@shop.example' })).toBeUndefined();
	});

	it('takes a part of an object away with null, and puts back whole what was printed whole', async () => {
		const printed = JSON.parse(JSON.stringify(await services.settings())) as Record<string, unknown>;
		await writeSettings(services, { branding: { name: 'Shop', logoUrl: '/logo.png' } });
		expect(await refusal({ branding: { logoUrl: null } })).toBeUndefined();
		expect((await services.settings()).branding).toEqual({ name: 'Shop' });
		expect(await refusal(printed)).toBeUndefined();
		expect(await services.settings()).toEqual(defaultSettings);
	});

	it('lets a closed service do without sign-up', async () => {
		expect(await refusal({ signInMode: 'SignIn', signUp: { identifiers: [] } })).toBeUndefined();
	});

	it('keeps the changes of everybody who changes something at the same time', async () => {
		const changes = [{ defaultCountry: 'DE' }, { supportEmail: 'help@shop.example' }, { signInMode: 'SignIn' }];
		await Promise.all(changes.map((change) => writeSettings(services, change)));
		expect(await services.settings()).toMatchObject(Object.assign({}, ...changes));
	});
});

describe('settings and connectors', () => {
	it('offer codes by a channel once something carries them', async () => {
		expect(await refusal(presets.phoneCode)).toMatchObject({
			code: 'sign_in_experiences.enabled_connector_not_found',
			data: { type: 'Sms' }
		});
		await connect('sms');
		expect(await refusal(presets.phoneCode)).toBeUndefined();
		expect(await reviewSettings(services)).toEqual([]);
	});

	it('say what would stop working without one', async () => {
		await connect('sms');
		await connect('email');
		await writeSettings(services, presets.emailOrPhone);
		expect(await reviewSettings(services)).toEqual([]);
		expect((await reviewSettings(services, 'email')).map(({ data }) => [data.field, data.type])).toEqual([
			['signUp.identifiers', 'Email'],
			['signIn.methods', 'Email']
		]);
	});
});

describe('making case stop telling usernames apart', () => {
	const insensitive = { usernamePolicy: { caseSensitive: false } };

	it('is refused while two names differ in nothing else', async () => {
		await register('one', 'Ada');
		await register('two', 'ADA');
		await register('three', 'Bob');
		expect(await refusal(insensitive)).toMatchObject({
			code: 'sign_in_experiences.username_policy_case_conflicts_exist',
			data: { totalConflicts: 1, samples: ['ada'] }
		});
		expect((await services.store.users.find('three'))?.username).toBe('Bob');
	});

	it('keeps all names in lower case from then on', async () => {
		await register('one', 'Ada');
		expect(await refusal(insensitive)).toBeUndefined();
		expect((await services.store.users.findByIdentifier({ type: 'username', value: 'ada' }))?.id).toBe('one');
	});
});
