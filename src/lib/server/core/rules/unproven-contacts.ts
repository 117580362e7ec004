// Contacts that were written down, and what changes when somebody shows that one of them is theirs (R19, R20).
import type { Started } from '../interaction/decision.ts';
import type { Effect } from '../interaction/effect.ts';
import type { CodeVerification, TokenVerification, Verification } from '../interaction/state.ts';
import type { Factor } from '../factor.ts';
import type { User } from '../user.ts';
import { proves } from './verifications.ts';

export function proveContacts({ verifications }: Started, user: User): Effect[] {
	const unproven: string[] = user.unproven ?? [];
	const contacts = verifications
		.filter(isOfContact)
		.filter((record) => unproven.includes(record.identifier.type) && proves(record, user))
		.map(({ identifier }) => identifier);
	return contacts.length > 0 ? [{ type: 'prove-contacts', userId: user.id, contacts }] : [];
}

/**
 * R20: an account of addresses that nobody had proven, written down with a password. Whoever knows that may have named
 * somebody else's address; it ends when the address turns out to be somebody's who did not need it to get in, with
 * whatever it has opened: a second factor of whoever knew it would open the account to them, and close it to its owner.
 * `proofs` are those of this account that hold now.
 */
export function isPasswordOfOthers({ password, unproven, primaryEmail, primaryPhone }: User, proofs: Verification[]) {
	const isNobodys = (type: 'email' | 'phone', held: string | undefined) => !held || unproven?.includes(type) === true;
	const wasNobodys = isNobodys('email', primaryEmail) && isNobodys('phone', primaryPhone);
	return password !== undefined && wasNobodys && proofs.length > 0 && proofs.every(isOfContact);
}

export function recordRemoved({ event }: Started, userId: string, factors: Factor[]): Effect[] {
	return factors.map(({ type }) => ({ type: 'record', key: `Interaction.${event}.Mfa.${type}.Delete`, userId }));
}

/** A code or a link: whoever brings it reads what is sent there. */
function isOfContact(record: Verification): record is CodeVerification | TokenVerification {
	return (
		record.type === 'EmailVerificationCode' || record.type === 'PhoneVerificationCode' || record.type === 'OneTimeToken'
	);
}
