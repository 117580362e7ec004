import { describe, expect, it } from 'vitest';
import { presets } from '../../../../tests/support/presets.ts';
import { defaultSettings, settings as schema, type PublicSettings } from '../../contract/settings.ts';
import type { RememberedAccount, SignInWay } from '../../contract/remembered.ts';
import type { IdentifierType } from '../../contract/schemas.ts';
import { forget } from './forget.ts';
import { anotherAccount, choosesFirst, describeAccount, offeredAccounts, wayOn } from './remembered.ts';

const settings = defaultSettings as unknown as PublicSettings;
const withSettings = (changes: object) => schema.parse({ ...defaultSettings, ...changes }) as unknown as PublicSettings;
const query = (text = '') => new URLSearchParams(text);
const phone: RememberedAccount = { id: 'a', userId: 'u', type: 'phone', value: '8613800138000', way: 'code', at: 0 };
const email: RememberedAccount = { ...phone, id: 'b', type: 'email', value: 'mia@example.com' };
const name: RememberedAccount = { ...phone, id: 'c', type: 'username', value: 'daiyu', way: 'password' };
const keeps = (...accounts: RememberedAccount[]) => ({ read: () => accounts });

describe('the accounts that are offered', () => {
	it('are those whose kind is let in, here and by the application', () => {
		expect(offeredAccounts(keeps(phone, email, name), settings, query(), 0)).toEqual([phone, email]);
		expect(offeredAccounts(keeps(phone, email), settings, query('identifier=email'), 0)).toEqual([email]);
	});

	it('are none where nothing is remembered, whatever the browser holds still', () => {
		expect(offeredAccounts(keeps(phone), withSettings({ browserMemory: 'Never' }), query(), 0)).toEqual([]);
	});

	it('are described by masks alone', () => {
		expect(describeAccount(phone)).toEqual({ id: 'a', shown: '+86 138 •••• 8000', way: 'code', isSignedIn: false });
		expect(JSON.stringify(describeAccount(email))).not.toContain('mia');
	});
});

describe('the chooser comes first', () => {
	const ask = withSettings({ browserMemory: 'Ask' });
	const terms = withSettings({ agreeToTermsPolicy: 'Manual', termsOfUseUrl: 'https://shop.example/terms' });

	it.each([
		['two accounts', [phone, email], settings, '', true],
		['one account, which has a place on the first screen', [phone], settings, '', false],
		['one account and a box for shared computers', [phone], ask, '', true],
		['one account and terms to agree to', [phone], terms, '', true],
		['none', [], ask, '', false],
		['somebody who wants another account', [phone, email], settings, 'another=1', false],
		['somebody who has begun to type', [phone, email], settings, 'kind=email', false],
		['somebody whom the application expects', [phone, email], settings, 'login_hint=mia', false],
		['something to be said first', [phone, email], settings, 'refused=connector.general', false]
	])('with %s', (_situation, accounts, policy, text, isFirst) => {
		expect(choosesFirst(accounts, policy, query(text))).toBe(isFirst);
	});

	it('for whoever is somebody else, if there is a choice', () => {
		const from = new URL('http://localhost/consent?app_id=shop&login_hint=mia');
		expect(anotherAccount(from, keeps(phone, email), settings, 0)).toBe('/choose-account?app_id=shop');
		for (const [held, policy] of [
			[keeps(phone), settings],
			[keeps(phone, name), settings],
			[keeps(phone, email), withSettings({ browserMemory: 'Never' })]
		] as const) {
			expect(anotherAccount(from, held, policy, 0)).toBe('/sign-in?app_id=shop&another=1');
		}
	});
});

describe('one press leads', () => {
	const passkeys = { passkeySignIn: { enabled: true }, mfa: { factors: ['WebAuthn'], policy: 'UserControlled' } };
	const both = (identifier: IdentifierType, isPasswordPrimary: boolean) =>
		withSettings({
			...passkeys,
			signIn: {
				methods: [{ identifier, password: true, verificationCode: identifier !== 'username', isPasswordPrimary }]
			}
		});
	const of = (type: IdentifierType, way: SignInWay) => ({ type, way });

	it('to what opened the account last', () => {
		expect(wayOn(of('phone', 'code'), both('phone', true))).toBe('code');
		expect(wayOn(of('phone', 'password'), both('phone', false))).toBe('password');
		expect(wayOn(of('phone', 'passkey'), both('phone', false))).toBe('passkey');
	});

	it('to what there is, where that is offered no more', () => {
		expect(wayOn(of('phone', 'password'), settings)).toBe('code');
		expect(wayOn(of('phone', 'passkey'), settings)).toBe('code');
		expect(wayOn(of('username', 'code'), both('username', true))).toBe('password');
		expect(wayOn(of('email', 'code'), withSettings(presets.usernamePassword))).toBeUndefined();
	});

	it('past the passkey, where it is asked to', () => {
		expect(wayOn(of('phone', 'passkey'), both('phone', false), true)).toBe('code');
		expect(wayOn(of('phone', 'passkey'), both('phone', true), true)).toBe('password');
	});
});

describe('an account that is forgotten', () => {
	it('leaves the others, and no cookie behind the last', () => {
		let held: RememberedAccount[] | undefined = [phone, email];
		const kept = {
			read: () => held,
			write: (to: RememberedAccount[]) => void (held = to),
			clear: () => void (held = undefined)
		};
		forget(kept, ({ id }) => id === 'nobody');
		expect(held).toEqual([phone, email]);
		forget(kept, ({ id }) => id === 'a');
		expect(held).toEqual([email]);
		forget(kept, ({ userId }) => userId === 'u');
		expect(held).toBeUndefined();
	});
});
