// POST …/mfa-verification-code/verify: one guess, counted and consumed by one conditional write.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { FactorCodeRecord } from '../../core/interaction/factor-records.ts';
import type { GuessOutcome } from '../../core/guess.ts';
import type { Interaction } from '../../core/interaction/state.ts';
import { findFactorRecord } from '../../core/rules/factors/records.ts';
import { countConverted } from '../check-code.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
import { isUndone } from '../step.ts';
import { factorCodeDigest } from './factor-code-digest.ts';
import { factorStep } from './factor-step.ts';
import { tryFactor } from './try-factor.ts';

export async function checkFactorCode(
	services: Services,
	caller: Caller,
	body: { identifierType: CodeIdentifier['type']; verificationId: string; code: string }
): Promise<Result<{ verificationId: string }>> {
	const { verificationId: recordId, identifierType, code } = body;
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	if (!findCode(open.value.interaction, recordId, identifierType))
		return refuse('session.verification_session_not_found');

	const factor = identifierType === 'email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
	return tryFactor(services, caller, factor, async (succeed) => {
		let outcome: GuessOutcome | undefined;
		let checked: FactorCodeRecord | undefined;
		const stepped = await factorStep(services, caller, open.value, async (before, _facts, scope, admits) => {
			outcome = undefined;
			const record = findCode(before, recordId, identifierType);
			if (!record) return refuse('session.verification_session_not_found');
			checked = record;
			if (!admits(factor)) return ok({ type: 'factor-code-checked', recordId, attemptsLeft: 0 });
			const digest = factorCodeDigest(services.hasher, before.id, record.identifier, code);
			const guess = { id: recordId, interactionId: before.id, digest, at: services.clock.now() };
			const guessed = await scope.secrets.guess(guess);
			outcome = guessed.outcome;
			if (outcome === 'accepted') await succeed(scope);
			return ok({ type: 'factor-code-checked', recordId, ...guessed });
		});
		if (stepped.ok && checked) await countConverted(services, caller, checked);
		if (stepped.ok) return { verdict: 'right', answer: ok({ verificationId: recordId }) };
		return { verdict: outcome === 'mismatch' && !isUndone(stepped) ? 'wrong' : 'unexamined', answer: stepped };
	});
}

function findCode(state: Interaction, id: string, type: CodeIdentifier['type']) {
	return findFactorRecord(state, id, type === 'email' ? 'MfaEmailVerificationCode' : 'MfaPhoneVerificationCode');
}
