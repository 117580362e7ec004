// POST …/verification-code/verify: one guess, counted and consumed by one conditional write.
import { canonicalIdentifier, countryOfPhone } from '../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import { findCodeRecord, verificationType } from '../core/rules/codes.ts';
import { conversionKeys, countConversions } from '../core/rules/sends/conversion.ts';
import { prefixOf } from '../core/rules/sends/destination.ts';
import { countEntered } from '../core/rules/sends/neighbours.ts';
import type { CodeVerification } from '../core/interaction/state.ts';
import type { GuessOutcome } from '../core/guess.ts';
import { withAttempt, type Guess, type Verdict } from './attempts.ts';
import { codeDigest } from './code-digest.ts';
import { neighboursOf } from './neighbours-of.ts';
import type { Caller, Services } from './ports.ts';
import { recall } from './recall.ts';
import { turnAway, type Attempted } from './record-refusal.ts';
import { isUndone, step } from './step.ts';

export async function checkCode(
	services: Services,
	caller: Caller,
	body: { identifier: CodeIdentifier; verificationId: string; code: string }
): Promise<Result<{ verificationId: string }>> {
	const { verificationId: recordId, code } = body;
	const canonical = canonicalIdentifier(body.identifier);
	if (!canonical.ok) return canonical;
	const identifier = canonical.value;

	const open = await recall(services, caller);
	if (!open.ok) return open;
	const { event } = open.value;
	if (!event) return refuse('session.interaction_not_found');
	const asked = findCodeRecord(open.value, recordId, identifier);
	if (typeof asked === 'string') {
		const subject = `Verification.${verificationType(identifier)}.Submit` as const;
		return turnAway(services, caller, open.value, subject, { code: asked });
	}
	const guess: Guess = {
		proof: asked.templateType === 'ForgotPassword' ? 'recovery-code' : 'code',
		target: asked.userId ? { userId: asked.userId } : { identifier }
	};
	const attempted: Attempted = {
		interaction: open.value,
		key: `Interaction.${event}.Verification.${asked.type}.Submit`,
		userId: asked.userId
	};
	return withAttempt(services, caller, attempted, guess, async (succeed) => {
		let outcome: GuessOutcome | undefined;
		const stepped = await step(
			services,
			caller,
			async (before, scope) => {
				// What a lost try has found out was undone with it.
				outcome = undefined;
				const record = findCodeRecord(before, recordId, identifier);
				if (typeof record === 'string') return refuse(record);
				const at = services.clock.now();
				const digest = codeDigest(services.hasher, before.id, record.templateType, identifier, code);
				const guessed = await scope.secrets.guess({ id: recordId, interactionId: before.id, digest, at });
				outcome = guessed.outcome;
				if (outcome === 'accepted') await succeed(scope);
				return ok({ type: 'code-checked', recordId, ...guessed, at });
			},
			{ atomic: true }
		);
		if (stepped.ok) await countConverted(services, caller, asked);
		const answer = stepped.ok ? ok({ verificationId: recordId }) : stepped;
		return { verdict: isUndone(stepped) ? 'unexamined' : verdictOf(outcome), answer };
	});
}

/** A code came back from where it was sent: see `core/rules/sends/conversion.ts`. */
export async function countConverted(
	{ store, settings, clock }: Services,
	{ ip }: Caller,
	{ identifier, scarce = false, nearby = false }: Pick<CodeVerification, 'identifier' | 'scarce' | 'nearby'>
): Promise<void> {
	const neighbours = neighboursOf(ip, identifier);
	if (!neighbours) return;
	const { value } = identifier;
	const policy = await settings();
	const at = clock.now();
	// What was drawn on the reserve counts nowhere that all share: see the decision on it.
	const keys = scarce ? [] : conversionKeys({ prefix: prefixOf(value), country: countryOfPhone(value) }, policy);
	// Nobody needs it before the next message is decided on.
	store.budgets.countLater([
		...countConversions(keys, policy, at, { converted: 1 }),
		...countEntered(neighbours, policy, at, nearby)
	]);
}

/** One that came too late or was used before was compared with nothing. */
function verdictOf(outcome: GuessOutcome | undefined): Verdict {
	if (outcome === 'accepted') return 'right';
	return outcome === 'mismatch' ? 'wrong' : 'unexamined';
}
