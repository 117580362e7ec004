// People, proofs and settings that the rules are tried on.
import { defaultSettings, type Settings } from '../../src/lib/contract/settings.ts';
import type { Interaction, Verification } from '../../src/lib/server/core/interaction/state.ts';
import type { User } from '../../src/lib/server/core/user.ts';

export const now = 1_700_000_000_000;
export const phone = { type: 'phone', value: '8613800138000' } as const;
export const email = { type: 'email', value: 'ada@example.com' } as const;
export const digest = { algorithm: 'Argon2id', digest: 'digest' } as const;

export const phoneCode = (changes = {}): Verification => ({
	id: 'code',
	type: 'PhoneVerificationCode',
	identifier: phone,
	templateType: 'SignIn',
	verified: true,
	sentAt: now,
	expiresAt: now + 300_000,
	delivered: true,
	...changes
});
export const emailCode = (): Verification =>
	({ ...phoneCode(), type: 'EmailVerificationCode', identifier: email }) as Verification;
export const password: Verification = {
	id: 'code',
	type: 'Password',
	identifier: phone,
	verified: true,
	userId: 'ada',
	passwordUpdatedAt: now - 1000
};
export const newIdentity: Verification = {
	id: 'code',
	type: 'NewPasswordIdentity',
	identifier: { type: 'username', value: 'ada' },
	digest
};
export const link: Verification = {
	id: 'code',
	type: 'OneTimeToken',
	identifier: email,
	verified: true,
	createdAt: now
};

export const ada: User = {
	id: 'ada',
	primaryPhone: phone.value,
	primaryEmail: email.value,
	password: { updatedAt: now - 1000, isExpired: false },
	profile: {},
	customData: {},
	isSuspended: false,
	createdAt: now,
	updatedAt: now
};
export const method = (identifier: 'phone' | 'email' | 'username', password: boolean, verificationCode: boolean) => ({
	identifier,
	password,
	verificationCode,
	isPasswordPrimary: false
});
export const open: Settings = {
	...defaultSettings,
	signIn: { methods: [method('phone', true, true), method('email', true, true)] },
	forgotPasswordMethods: ['PhoneVerificationCode']
};

export function interactionWith(changes: Partial<Interaction>): Interaction {
	return { id: 'uid', clientId: 'app', version: 0, verifications: [], expiresAt: now + 3_600_000, ...changes };
}
