// `[factor=factor]`: the second factors that can be shown, as settings name them.
import type { ParamMatcher } from '@sveltejs/kit';
import type { FactorType } from '../lib/contract/factors.ts';

/** By type alone: matchers travel to the console's browser, and schemas would be evaluated there against its policy. */
const factors: Record<FactorType, true> = {
	Totp: true,
	WebAuthn: true,
	BackupCode: true,
	EmailVerificationCode: true,
	PhoneVerificationCode: true
};

export const match = ((param: string): param is FactorType => Object.hasOwn(factors, param)) satisfies ParamMatcher;
