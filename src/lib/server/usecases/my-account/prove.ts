// Whether what somebody named as their proof shows who asks, and by what they could show it.
import type { ProofOffer } from '../../../contract/account/verifications.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { proofMethods, whyNotReauthenticated, type AccountOwner } from '../../core/account/reauthentication.ts';
import { maskIdentifier } from '../../core/rules/factors/mask.ts';
import type { AccountCaller, Clock, Services, Settings } from '../ports.ts';

type Proving = Pick<AccountCaller, 'holder' | 'verification' | 'verificationId'>;

/** The refusal, with why and by what it can be mended. */
export function whyNotProven(clock: Clock, { holder, verification, verificationId }: Proving, settings: Settings) {
	const named = { settings, at: clock.now(), isNamed: verificationId !== undefined };
	const reason = whyNotReauthenticated(verification, holder, named);
	if (!reason) return undefined;
	return refuse('verification_record.permission_denied', { data: { reason, methods: proofOffers(holder, settings) } });
}

/** GET /api/verifications (ours). */
export async function readProofMethods(
	{ settings }: Pick<Services, 'settings'>,
	{ holder }: Proving
): Promise<Result<{ methods: ProofOffer[] }>> {
	return ok({ methods: proofOffers(holder, await settings()) });
}

export function proofOffers(owner: AccountOwner, settings: Settings): ProofOffer[] {
	const { primaryEmail, primaryPhone } = owner.user;
	return proofMethods(owner, settings).map((type) => {
		if (type === 'EmailVerificationCode' && primaryEmail)
			return { type, maskedIdentifier: maskIdentifier({ type: 'email', value: primaryEmail }) };
		if (type === 'PhoneVerificationCode' && primaryPhone)
			return { type, maskedIdentifier: maskIdentifier({ type: 'phone', value: primaryPhone }) };
		return { type };
	});
}
