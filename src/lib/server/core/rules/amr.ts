// How somebody was recognised, in the words of RFC 8176. What was only set up is no proof.
import type { Started } from '../interaction/decision.ts';
import type { FactorRecord } from '../interaction/factor-records.ts';
import type { Verification } from '../interaction/state.ts';

/** A texted code is `sms`, a mailed one, a link, an app's or a backup code `otp`, a passkey `hwk`; two proofs are `mfa`, and so is a passkey alone. */
export function amrOf(state: Started, proofs: Verification[], factors: FactorRecord[]): string[] {
	const choseOne = state.event === 'Register' && state.profile?.passwordDigest && proofs.length === 0;
	const first = choseOne ? ['pwd'] : proofs.map(({ type }) => methodOf[type]);
	const isBothInOne = proofs.some(({ type }) => type === 'SignInPasskey');
	const second = factors.map(({ type }) => methodOfFactor[type]);
	const both = isBothInOne || (first.length > 0 && second.length > 0) ? ['mfa'] : [];
	return [...new Set([...first, ...second, ...both])];
}

const methodOf: Record<Verification['type'], string> = {
	PhoneVerificationCode: 'sms',
	EmailVerificationCode: 'otp',
	OneTimeToken: 'otp',
	Password: 'pwd',
	NewPasswordIdentity: 'pwd',
	SignInPasskey: 'hwk'
};

const methodOfFactor: Record<FactorRecord['type'], string> = {
	MfaPhoneVerificationCode: 'sms',
	MfaEmailVerificationCode: 'otp',
	TOTP: 'otp',
	BackupCode: 'otp',
	WebAuthn: 'hwk'
};
