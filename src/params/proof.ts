// `[proof=proof]`: what people show who they are with, as the account API names it.
import type { ParamMatcher } from '@sveltejs/kit';
import type { ProofMethod } from '../lib/contract/account/verifications.ts';

/** By type alone, as second factors are. */
const methods: Record<ProofMethod, true> = {
	Password: true,
	EmailVerificationCode: true,
	PhoneVerificationCode: true,
	Totp: true,
	WebAuthn: true,
	BackupCode: true
};

export const match = ((param: string): param is ProofMethod => Object.hasOwn(methods, param)) satisfies ParamMatcher;
