// POST /api/verifications/verification-code/verify: one guess, counted and consumed by one conditional write.
import type { Problem } from '../../../contract/problems.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { GuessOutcome } from '../../core/guess.ts';
import { refusalOf } from '../../core/rules/codes.ts';
import { withAttempt, type Guess } from '../attempts.ts';
import { countConverted } from '../check-code.ts';
import type { AccountCaller, Services, Settings } from '../ports.ts';
import { accountCodeDigest, readAccountCode, type AccountCode } from './account-code.ts';
import { isSecondFactor } from './records.ts';
import { attempted, recordOwn } from './record-own.ts';

export async function checkAccountCode(
	services: Services,
	caller: AccountCaller,
	{ identifier: given, verificationId: id, code }: { identifier: CodeIdentifier; verificationId: string; code: string }
): Promise<Result<{ verificationRecordId: string }>> {
	const { store, clock, hasher } = services;
	const settings = await services.settings();
	const read = readAccountCode(caller, given, { settings, at: clock.now() });
	if (!read.ok) return read;
	const { identifier, type, purpose, place } = read.value;
	const userId = caller.holder.user.id;
	const key = `Account.Verification.${type}.Submit` as const;
	const guess = guessOf(userId, read.value, settings);
	return withAttempt(services, caller, attempted(caller, key), guess, async (succeed) => {
		const at = clock.now();
		const digest = accountCodeDigest(hasher, read.value, id, code);
		const { outcome, problem } = await store.transaction(async (scope) => {
			const guessed = await scope.secrets.guess({ id, interactionId: place.interactionId, digest, at });
			const isProven = guessed.outcome === 'accepted' && (await scope.accounts.verify({ id, userId, at }));
			if (isProven) await succeed(scope);
			if (isProven && purpose === 'reauthentication' && caller.holder.user.unproven?.includes(identifier.type)) {
				await scope.users.prove(userId, [identifier]);
			}
			const problem = isProven ? undefined : problemOf(guessed.outcome, guessed.attemptsLeft);
			await recordOwn({ clock, audit: scope.audit }, caller, key, problem?.code);
			return { outcome: guessed.outcome, problem };
		});
		if (!problem) await countConverted(services, caller, { identifier });
		if (!problem) return { verdict: 'right', answer: ok({ verificationRecordId: id }) };
		return { verdict: outcome === 'mismatch' ? 'wrong' : 'unexamined', answer: { ok: false, problem } };
	});
}

/** A code that is a second factor counts with them; one at a new address with those of whoever has no account there. */
function guessOf(userId: string, { identifier, type, purpose }: AccountCode, settings: Settings): Guess {
	if (purpose === 'new-identifier') return { proof: 'code', target: { identifier } };
	return { proof: isSecondFactor(type, settings) ? 'factor' : 'code', target: { userId } };
}

function problemOf(outcome: GuessOutcome, attemptsLeft: number): Problem {
	if (outcome === 'accepted') return refuse('verification_record.not_found').problem;
	const code = refusalOf[outcome];
	return outcome === 'mismatch' ? { code, data: { attemptsLeft } } : { code };
}
