// Whether what somebody named as their proof shows who asks, and by what they could show it.
import type { ProofOffer } from '../../../contract/account/verifications.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { proofMethods, whyNotReauthenticated } from '../../core/account/reauthentication.ts';
import { maskIdentifier } from '../../core/rules/factors/mask.ts';
import type { AccountCaller, Clock, Services, Settings } from '../ports.ts';

type Proving = Pick<AccountCaller, 'holder' | 'scopes' | 'verification' | 'verificationId'>;

/** The refusal, with why and by what it can be mended. */
export function whyNotProven(clock: Clock, caller: Proving, settings: Settings) {
	const { holder, verification, verificationId } = caller;
	const at = clock.now();
	const named = { settings, at, isNamed: verificationId !== undefined };
	const reason = whyNotReauthenticated(verification, holder, named);
	if (!reason) return undefined;
	return refuse('verification_record.permission_denied', {
		data: { reason, methods: proofOffers(caller, settings, at) }
	});
}

/** GET /api/verifications (ours). */
export async function readProofMethods(
	{ settings, clock }: Pick<Services, 'settings' | 'clock'>,
	caller: Proving
): Promise<Result<{ methods: ProofOffer[] }>> {
	return ok({ methods: proofOffers(caller, await settings(), clock.now()) });
}

/** Where codes go is told to tokens that may see the address. */
export function proofOffers({ holder, scopes }: Proving, settings: Settings, at: number): ProofOffer[] {
	const { primaryEmail, primaryPhone } = holder.user;
	const masked = (type: 'email' | 'phone', value: string | undefined) =>
		value !== undefined && scopes.includes(type) ? { maskedIdentifier: maskIdentifier({ type, value }) } : {};
	return proofMethods(holder, settings, at).map((type) => {
		if (type === 'EmailVerificationCode') return { type, ...masked('email', primaryEmail) };
		if (type === 'PhoneVerificationCode') return { type, ...masked('phone', primaryPhone) };
		return { type };
	});
}
