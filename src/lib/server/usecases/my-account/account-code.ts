// What a code of the account API is for, and what is kept of it: bound to the account, its purpose and the address (R10).
import { canonicalIdentifier } from '../../../contract/identifier.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { Settings } from '../../../contract/settings.ts';
import { proofMethods } from '../../core/account/reauthentication.ts';
import { verificationType } from '../../core/rules/codes.ts';
import type { AccountCaller, Hasher, VerificationPurpose, CodePlace } from '../ports.ts';

export type AccountCode = {
	identifier: CodeIdentifier;
	type: 'EmailVerificationCode' | 'PhoneVerificationCode';
	purpose: Extract<VerificationPurpose, 'reauthentication' | 'new-identifier'>;
	/** Where its secret is kept: a newer code for the same replaces it. */
	place: { interactionId: CodePlace; purpose: string };
};

/** The account's own address shows who asks, where that counts; any other one, that it may become the account's. */
export function readAccountCode(
	{ holder }: Pick<AccountCaller, 'holder'>,
	given: CodeIdentifier,
	{ settings, at }: { settings: Settings; at: number }
): Result<AccountCode> {
	const canonical = canonicalIdentifier(given);
	if (!canonical.ok) return canonical;
	const identifier = canonical.value;
	const { user } = holder;
	const type = verificationType(identifier);
	const own = identifier.type === 'email' ? user.primaryEmail : user.primaryPhone;
	// One that an operator wrote down is proven like a new one, unless sign-in takes its codes as a second factor.
	const counts = !user.unproven?.includes(identifier.type) || proofMethods(holder, settings, at).includes(type);
	const purpose = own === identifier.value && counts ? 'reauthentication' : 'new-identifier';
	return ok({
		identifier,
		type,
		purpose,
		place: { interactionId: `account/${user.id}`, purpose: `${type}:${purpose}` }
	});
}

export function accountCodeDigest(
	hasher: Hasher,
	{ identifier, place }: AccountCode,
	id: string,
	code: string
): string {
	const { type, value } = identifier;
	return hasher.hmac('account-code', place.interactionId, place.purpose, id, type, value, code);
}
