// By what somebody who is signed in shows that it is still them, and whether what they brought does (OWASP ASVS 7.5.1).
import type { ProofMethod } from '../../../contract/account/verifications.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { Factor } from '../factor.ts';
import { owns } from '../rules/factors/owned.ts';
import { hasExpired } from '../rules/passwords.ts';
import { isRecoveryMethod, maySignInByCode } from '../rules/policy.ts';
import type { User } from '../user.ts';
import type { AccountVerification } from './verification.ts';

export type AccountOwner = { user: User; factors: Factor[] };
export type ProofLack = 'missing' | 'expired' | 'weak';

const devices = ['WebAuthn', 'Totp'] as const;
const contacts = [
	{ type: 'email', method: 'EmailVerificationCode' },
	{ type: 'phone', method: 'PhoneVerificationCode' }
] as const;

/**
 * The methods that count now, the best first. Whoever has a second factor shows that one: a password or a mailbox that
 * was stolen must not take it away. Its owner's own switch spares it at sign-in only.
 */
export function proofMethods(owner: AccountOwner, settings: Settings, at: number): ProofMethod[] {
	const { user, factors } = owner;
	const { mfa } = settings;
	const has = (type: ProofMethod) =>
		type !== 'Password' && mfa.factors.includes(type) && owns({ ...user, factors }, type);
	const shown = devices.filter(has);
	if (shown.length > 0) return has('BackupCode') ? [...shown, 'BackupCode'] : shown;

	// As at sign-in, whether the address was proven or not.
	const codes = contacts.filter(({ method }) => has(method));
	if (codes.length > 0) return codes.map(({ method }) => method);

	// A code is no way around a password that nothing else could replace; one that has expired opens nothing.
	const opens = contacts.filter(
		({ type }) =>
			isProven(user, type) && (!user.password || maySignInByCode(type, settings) || isRecoveryMethod(type, settings))
	);
	const isKnown = user.password !== undefined && !hasExpired(user, settings, at);
	return [...(isKnown ? ['Password' as const] : []), ...opens.map(({ method }) => method)];
}

/** Why the record does not show that its owner is asking, at this moment. */
export function whyNotReauthenticated(
	record: AccountVerification | undefined,
	owner: AccountOwner,
	{ settings, at, isNamed }: { settings: Settings; at: number; isNamed: boolean }
): ProofLack | undefined {
	if (!record) return isNamed ? 'expired' : 'missing';
	const { purpose, verifiedAt, expiresAt, type } = record;
	if (purpose !== 'reauthentication' || verifiedAt === undefined) return 'missing';
	if (expiresAt <= at || !stillHolds(record, owner)) return 'expired';
	return proofMethods(owner, settings, at).includes(type) ? undefined : 'weak';
}

/** What was begun with an address, a factor or a password that is gone proves nothing any more. */
function stillHolds({ type, identifier, factorId, createdAt }: AccountVerification, owner: AccountOwner): boolean {
	const { user, factors } = owner;
	if (user.password && user.password.updatedAt >= createdAt) return false;
	switch (type) {
		case 'Password':
			return user.password !== undefined;
		case 'EmailVerificationCode':
			return user.primaryEmail === identifier;
		case 'PhoneVerificationCode':
			return user.primaryPhone === identifier;
		default:
			return factors.some(({ id }) => id === factorId);
	}
}

function isProven({ primaryEmail, primaryPhone, unproven = [] }: User, type: 'email' | 'phone'): boolean {
	return (type === 'email' ? primaryEmail : primaryPhone) !== undefined && !unproven.includes(type);
}
