// What a code of the account API is for, and what is kept of it: bound to the account, its purpose and the address (R10).
import { canonicalIdentifier } from '../../../contract/identifier.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import { verificationType } from '../../core/rules/codes.ts';
import type { AccountCaller, Hasher, VerificationPurpose } from '../ports.ts';

export type AccountCode = {
	identifier: CodeIdentifier;
	type: 'EmailVerificationCode' | 'PhoneVerificationCode';
	purpose: Extract<VerificationPurpose, 'reauthentication' | 'new-identifier'>;
	/** Where its secret is kept: a newer code for the same replaces it. */
	place: { interactionId: string; purpose: string };
};

/** The account's own address, if it was proven, shows who asks; any other one, that it may become the account's. */
export function readAccountCode(
	{ holder: { user } }: Pick<AccountCaller, 'holder'>,
	given: CodeIdentifier
): Result<AccountCode> {
	const canonical = canonicalIdentifier(given);
	if (!canonical.ok) return canonical;
	const identifier = canonical.value;
	const own = identifier.type === 'email' ? user.primaryEmail : user.primaryPhone;
	const isOwn = own === identifier.value && !user.unproven?.includes(identifier.type);
	const purpose = isOwn ? 'reauthentication' : 'new-identifier';
	const type = verificationType(identifier);
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
