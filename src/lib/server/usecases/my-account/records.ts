// Proofs as they are made and told.
import { refuse, type Result } from '../../../contract/result.ts';
import type { ProofMethod } from '../../../contract/account/verifications.ts';
import { proofMethods } from '../../core/account/reauthentication.ts';
import { verificationMs } from '../../core/account/verification.ts';
import type { AccountCaller, AccountVerification, Services, Settings } from '../ports.ts';
import { proofOffers } from './prove.ts';

export type RecordTold = { verificationRecordId: string; expiresAt: string };

export function newRecord(
	{ ids, clock }: Pick<Services, 'ids' | 'clock'>,
	{ holder }: AccountCaller,
	about: Pick<AccountVerification, 'purpose' | 'type'> & Partial<AccountVerification>
): AccountVerification {
	const createdAt = clock.now();
	return { id: ids.id(), userId: holder.user.id, createdAt, expiresAt: createdAt + verificationMs, ...about };
}

export function tell({ id, expiresAt }: AccountVerification): RecordTold {
	return { verificationRecordId: id, expiresAt: new Date(expiresAt).toISOString() };
}

/** Nobody is let to guess at what would not count. */
export function whyNotBy(
	{ clock }: Pick<Services, 'clock'>,
	method: ProofMethod,
	caller: AccountCaller,
	settings: Settings
) {
	const at = clock.now();
	if (proofMethods(caller.holder, settings, at).includes(method)) return undefined;
	const data = { reason: 'weak', methods: proofOffers(caller, settings, at) };
	return refuse('verification_record.permission_denied', { data }) satisfies Result<never>;
}

/** All the kinds of proof that stand for a second factor now; their guesses count with those at sign-in. */
export function isSecondFactor(method: ProofMethod, { mfa }: Settings): boolean {
	return method !== 'Password' && mfa.factors.includes(method);
}
