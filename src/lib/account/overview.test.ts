import { describe, expect, it } from 'vitest';
import { accountCenterAnswer } from '../contract/account/center.ts';
import type { MyAccount } from '../contract/account/profile.ts';
import type { MyTrustedDevices } from '../contract/account/trusted-devices.ts';
import { accountCenterSetting } from '../contract/settings/account-center.ts';
import { defaultSettings, type PublicSettings } from '../contract/settings.ts';
import { loginOf, nameOf, overviewOf } from './overview.ts';

describe('the way to trusted browsers', () => {
	const trusted = [{ id: 'one' }, { id: 'another' }] as MyTrustedDevices;

	function open(offered: string[], fields = {}, list?: MyTrustedDevices) {
		const setting = accountCenterSetting.parse({ fields });
		const center = accountCenterAnswer.parse({ ...setting, tenantId: 'default', id: 'default', customCss: null });
		const mfa = { factors: offered, policy: 'NoPrompt' };
		const settings = { ...defaultSettings, mfa } as unknown as PublicSettings;
		const { factors, trusted } = overviewOf({ me: { id: 'ada' } as MyAccount, center, trusted: list, settings });
		return { factors, trusted };
	}

	it('leads through the factors where these are shown', () => {
		expect(open(['Totp'], {}, trusted)).toEqual({ factors: [] });
	});

	it.each([
		['factors are closed', ['Totp'], { mfa: 'Off', passkey: 'Off' }],
		['the only factors are codes', ['EmailVerificationCode'], {}]
	])('stands for itself where %s', (_where, offered, fields) => {
		expect(open(offered, fields, trusted)).toEqual({ trusted: 2 });
		expect(open(offered, fields, [])).toEqual({});
		expect(open(offered, fields)).toEqual({});
	});
});

describe('what an account is called', () => {
	const lin: MyAccount = { id: 'one', name: 'Lin Daiyu', primaryPhone: '8613800138000' };

	it('is its name to people, and never that to password managers', () => {
		expect(nameOf(lin)).toBe('Lin Daiyu');
		expect(loginOf(lin)).toBe('+86 138 0013 8000');
		expect(loginOf({ ...lin, primaryEmail: 'lin@example.com' })).toBe('lin@example.com');
		expect(loginOf({ ...lin, primaryEmail: 'lin@example.com', username: 'daiyu' })).toBe('daiyu');
		expect(loginOf({ id: 'one', name: 'Lin Daiyu', username: null })).toBeUndefined();
	});
});
