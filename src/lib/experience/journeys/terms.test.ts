import { describe, expect, it } from 'vitest';
import { lacksYes, mustAgree, termsOf } from './terms.ts';

const termsOfUseUrl = 'https://bookstore.example/terms';
const manual = { agreeToTermsPolicy: 'Manual', termsOfUseUrl, privacyPolicyUrl: null } as const;
const newcomers = { ...manual, agreeToTermsPolicy: 'ManualRegistrationOnly' } as const;
const automatic = { ...manual, agreeToTermsPolicy: 'Automatic' } as const;
const withoutLinks = { ...manual, termsOfUseUrl: null };

describe('a tick', () => {
	it.each([
		['everybody, where the policy says so', manual, [true, true]],
		['newcomers only, where it says that', newcomers, [false, true]],
		['nobody, where going on is a yes', automatic, [false, false]],
		['nobody, where there is nothing to read', withoutLinks, [false, false]]
	] as const)('is asked of %s', (_, settings, [signIn, register]) => {
		expect([mustAgree('sign-in', settings), mustAgree('register', settings)]).toEqual([signIn, register]);
	});

	it('is lacking also of who comes past the first screen, until it was given', () => {
		expect(lacksYes(manual, undefined)).toBe(true);
		expect(lacksYes(manual, { kind: 'phone', typed: { phone: '13800138000' } })).toBe(true);
		expect(lacksYes(manual, { kind: 'phone', typed: { phone: '13800138000' }, agreed: true })).toBe(false);
		expect(lacksYes(newcomers, undefined)).toBe(false);
	});
});

it('terms are said where they are agreed to, and nowhere else', () => {
	expect(termsOf('sign-in', automatic)).toMatchObject({ termsUrl: termsOfUseUrl, asked: false });
	expect(termsOf('sign-in', newcomers)).toBeUndefined();
	expect(termsOf('register', newcomers)).toMatchObject({ asked: true });
});
