import { describe, expect, it } from 'vitest';
import { parsePhoneInput } from '../../contract/identifier.ts';
import { presets } from '../../../../tests/support/presets.ts';
import { defaultSettings, type PublicSettings } from '../../contract/settings.ts';
import type { Draft } from '../../contract/draft.ts';
import { firstScreen } from './first-screen.ts';
import { habitOf, offeredOn } from './remembered.ts';

const settings = defaultSettings as unknown as PublicSettings;
const query = (text = '') => new URLSearchParams(text);

describe('the first screen', () => {
	it('begins with the first channel of the settings and their country', () => {
		expect(firstScreen('sign-in', settings, query(), undefined)).toEqual({
			kinds: ['phone', 'email'],
			kind: 'phone',
			country: 'CN',
			values: { identifier: '' }
		});
	});

	it('keeps what was typed on each channel', () => {
		const draft = { kind: 'email', typed: { email: 'mia@', phone: '138' }, country: 'HK' } as const;
		expect(firstScreen('sign-in', settings, query(), draft)).toMatchObject({
			kind: 'email',
			country: 'HK',
			values: { identifier: 'mia@' }
		});
		const other = firstScreen('sign-in', settings, query('kind=phone'), draft);
		expect(other).toMatchObject({ kind: 'phone', values: { identifier: '138' } });
	});

	it('offers only the channels that the application asks for, and all when it asks in vain', () => {
		expect(firstScreen('sign-in', settings, query('identifier=email'), undefined)?.kinds).toEqual(['email']);
		expect(firstScreen('sign-in', settings, query('identifier=username'), undefined)?.kinds).toEqual([
			'phone',
			'email'
		]);
	});

	it('is filled in with the person whom the application expects', () => {
		const mail = firstScreen('sign-in', settings, query('login_hint=mia@example.com'), undefined);
		expect(mail).toMatchObject({ kind: 'email', values: { identifier: 'mia@example.com' } });
		const wire = firstScreen('sign-in', settings, query('login_hint=14155552671'), undefined);
		expect(wire).toMatchObject({ kind: 'phone', country: 'US', values: { identifier: '415 555 2671' } });
	});

	it.each([
		['%2B8613800138000', 'CN', '138 0013 8000'],
		['%2B86 138 0013 8000', 'CN', '138 0013 8000'],
		['8613800138000', 'CN', '138 0013 8000'],
		['13800138000', 'CN', '13800138000'],
		['00447400123456', 'GB', '7400 123456'],
		['%2B390612345678', 'IT', '06 1234 5678'],
		['%2B80012345678', 'CN', '+80012345678'],
		['12345', 'CN', '12345']
	])('shows the number %s beside its country, once, and so that it means the same', (hint, country, identifier) => {
		const screen = firstScreen('sign-in', settings, query(`login_hint=${hint}`), undefined);
		expect(screen).toMatchObject({ kind: 'phone', country, values: { identifier } });
		const meant = parsePhoneInput(decodeURIComponent(hint).replace(/^86/, '+86'), country);
		expect(parsePhoneInput(identifier, country)).toEqual(meant);
	});

	it('shows a number that was typed with its country code beside that country', () => {
		const draft = { kind: 'phone', typed: { phone: '+44 7400 123456' }, country: 'GB' } as const;
		const screen = firstScreen('sign-in', settings, query(), draft);
		expect(screen).toMatchObject({ country: 'GB', values: { identifier: '7400 123456' } });
	});

	it('does not put the expected address into the box for numbers', () => {
		const screen = firstScreen('sign-in', settings, query('login_hint=mia@example.com&kind=phone'), undefined);
		expect(screen).toMatchObject({ kind: 'phone', values: { identifier: '' } });
	});

	it('offers at sign-up what an account may begin with', () => {
		const mailOnly = { ...settings, signUp: { ...settings.signUp, identifiers: ['email' as const] } };
		expect(firstScreen('register', mailOnly, query(), undefined)?.kinds).toEqual(['email']);
	});

	it('has one field for names and addresses, and one for numbers', () => {
		const mixed = { ...settings, ...presets.usernameWithVerifiedContact };
		expect(firstScreen('sign-in', mixed, query(), undefined)).toMatchObject({
			kinds: ['account', 'phone'],
			kind: 'account'
		});
		const byLink = firstScreen('sign-in', mixed, query('kind=email'), { kind: 'email', typed: { email: 'mia@' } });
		expect(byLink).toMatchObject({ kind: 'account', values: { identifier: 'mia@' } });
		expect(firstScreen('register', mixed, query(), undefined)?.kinds).toEqual(['username']);
	});

	it('offers for recovery what codes can be sent to', () => {
		const recovers = {
			...settings,
			...presets.usernameWithVerifiedContact,
			forgotPassword: { phone: false, email: true }
		};
		expect(firstScreen('forgot-password', recovers, query(), undefined)?.kinds).toEqual(['email']);
	});

	it('has nothing to show when neither channel is offered', () => {
		const none = { ...settings, signIn: { methods: [] } };
		expect(firstScreen('sign-in', none, query(), undefined)).toBeUndefined();
	});
});

describe('a first screen of somebody who was here before', () => {
	const account = { id: 'a', userId: 'u', type: 'email', value: 'mia@example.com', way: 'code', at: 0 } as const;
	const screen = (text = '', draft?: Draft) => firstScreen('sign-in', settings, query(text), draft, habitOf([account]));

	it('chooses the field, fills in nothing, and offers the account only where nothing is known better', () => {
		expect(screen()).toMatchObject({ kind: 'email', values: { identifier: '' } });
		expect(offeredOn(screen()!, [account])).toBe(account);
		expect(offeredOn(screen('login_hint=mia@example.com')!, [account])).toBeUndefined();
		expect(offeredOn(screen('', { kind: 'email', typed: { email: 'mi' } })!, [account])).toBeUndefined();
		expect(screen('kind=phone')?.kind).toBe('phone');
	});

	it('stays in the country of a number', () => {
		expect(habitOf([{ ...account, type: 'phone', value: '447400123456' }])).toEqual({ type: 'phone', country: 'GB' });
		expect(habitOf([])).toBeUndefined();
	});
});
