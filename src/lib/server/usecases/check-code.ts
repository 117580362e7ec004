// POST …/verification-code/verify: one guess, counted and consumed by one conditional write.
import { canonicalIdentifier } from '../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import { findCodeRecord } from '../core/rules/codes.ts';
import type { GuessOutcome } from '../core/guess.ts';
import { withAttempt, type Guess } from './attempts.ts';
import { codeDigest } from './code-digest.ts';
import type { Caller, Services } from './ports.ts';
import { recall, step } from './step.ts';

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
	const asked = findCodeRecord(open.value, recordId, identifier);
	if (typeof asked === 'string') return refuse(asked);
	const guess: Guess = {
		proof: asked.templateType === 'ForgotPassword' ? 'recovery-code' : 'code',
		target: asked.userId ? { userId: asked.userId } : { identifier }
	};
	return withAttempt(services, caller, guess, async () => {
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
				return ok({ type: 'code-checked', recordId, ...guessed, at });
			},
			{ atomic: true }
		);
		if (stepped.ok) return { verdict: 'right', answer: ok({ verificationId: recordId }) };
		// One that came too late or was used before was compared with nothing; a step that gave up has undone it all.
		const isWrong = outcome === 'mismatch' && stepped.problem.code !== 'session.busy';
		return { verdict: isWrong ? 'wrong' : 'unexamined', answer: stepped };
	});
}
