import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServices, type TestServices } from '../../../../tests/support/test-services.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { writeSettings } from './write-settings.ts';

let services: TestServices;
let close: () => Promise<void>;
beforeEach(async () => ({ services, close } = await openTestServices()));
afterEach(() => close());

async function refusal(changes: unknown) {
	const written = await writeSettings(services, changes);
	return written.ok ? undefined : written.problem.data?.field;
}

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
		['a colour that is none', { color: { primaryColor: 'red' } }, 'color.primaryColor'],
		['no way to sign in', { signIn: { methods: [] } }, 'signIn.methods'],
		['no way to sign up', { signUp: { identifiers: [] } }, 'signUp.identifiers'],
		[
			'a way to sign in that proves nothing',
			{
				signIn: {
					methods: [{ identifier: 'phone', password: false, verificationCode: false, isPasswordPrimary: false }]
				}
			},
			'signIn.methods'
		]
	])('refuses %s and keeps what was', async (_, changes, field) => {
		expect(await refusal(changes)).toBe(field);
		expect(await services.settings()).toEqual(defaultSettings);
	});

	it('lets a closed service do without sign-up', async () => {
		expect(await refusal({ signInMode: 'SignIn', signUp: { identifiers: [] } })).toBeUndefined();
	});
});
