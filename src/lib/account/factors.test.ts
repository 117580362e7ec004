import { describe, expect, it } from 'vitest';
import { accountCenterAnswer } from '../contract/account/center.ts';
import type { MyFactors } from '../contract/account/factors.ts';
import { accountCenterSetting } from '../contract/settings/account-center.ts';
import { defaultSettings, type PublicSettings } from '../contract/settings.ts';
import { factorsOf } from './factors.ts';

type Policy = PublicSettings['mfa']['policy'];
const createdAt = '2026-01-03T00:00:00.000Z';
const app: MyFactors[number] = { id: 'app', type: 'Totp', createdAt };

function open(list: MyFactors, { fields = {}, offered = ['Totp', 'BackupCode'], policy = 'NoPrompt' as Policy } = {}) {
	const setting = accountCenterSetting.parse({ fields });
	const center = accountCenterAnswer.parse({ ...setting, tenantId: 'default', id: 'default', customCss: null });
	const settings = { ...defaultSettings, mfa: { factors: offered, policy } } as unknown as PublicSettings;
	return factorsOf({ center, list, choice: { skipMfaOnSignIn: false }, settings });
}

describe('the page of second factors', () => {
	it('offers what the settings offer, and backup codes beside another factor only', () => {
		expect(open([])).toMatchObject({ app: { isSet: false }, codes: undefined, passkeys: undefined, choice: undefined });
		expect(open([app])).toMatchObject({ app: { isSet: true }, codes: { left: undefined }, choice: { isOn: true } });
	});

	it('shows a factor that is not offered any more, so that it can be taken away', () => {
		expect(open([app], { offered: [] }).app).toEqual({ isSet: true, isFixed: false, mayAdd: false });
		const key = { id: 'key', type: 'WebAuthn', createdAt } as MyFactors[number];
		expect(open([key], { offered: [] }).passkeys).toMatchObject({ isFixed: false, mayAdd: false });
		expect(open([key], { offered: ['WebAuthn'] }).passkeys).toMatchObject({ isFixed: false, mayAdd: true });
	});

	it('changes nothing that is read-only, and hides what is closed', () => {
		expect(open([app], { fields: { mfa: 'ReadOnly' } })).toMatchObject({ app: { isFixed: true }, choice: undefined });
		expect(open([app], { fields: { mfa: 'Off' } }).app).toBeUndefined();
	});

	it('lets nobody switch off what everybody is asked for', () => {
		expect(open([app], { policy: 'Mandatory' }).choice).toBeUndefined();
		expect(open([app], { policy: 'PromptAtSignInAndSignUpMandatory' }).choice).toBeUndefined();
	});
});
