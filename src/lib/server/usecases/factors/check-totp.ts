// POST …/totp/verify: a code of an authenticator app. Its time step is taken by one conditional write (RFC 6238 §5.2).
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { findFactorRecord } from '../../core/rules/factors/records.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors, type WithFactors } from '../recall.ts';
import { factorStep } from './factor-step.ts';
import { totpPlace } from './totp-place.ts';
import { tryFactor } from './try-factor.ts';

type Key = { recordId: string; factorId?: string; secret: string };

export async function checkTotp(
	services: Services,
	caller: Caller,
	{ code, verificationId }: { code: string; verificationId?: string }
): Promise<Result<{ verificationId: string }>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const key = await findKey(services, open.value, verificationId);
	if (!key.ok) return key;
	const { recordId, factorId, secret } = key.value;

	return tryFactor(services, caller, 'Totp', async (succeed) => {
		const step = await services.totp.findStep(secret, code);
		const stepped = await factorStep(services, caller, open.value, async (_before, _facts, scope, admits) => {
			const isRight = step !== undefined && admits('Totp');
			const isFresh =
				isRight && (!factorId || (await scope.factors.takeTotpStep(factorId, step, services.clock.now())));
			if (isFresh) await succeed(scope);
			return ok({ type: 'totp-checked', recordId, factorId, step: isFresh ? step : undefined });
		});
		if (stepped.ok) return { verdict: 'right', answer: ok({ verificationId: recordId }) };
		const isWrong = stepped.problem.code === 'session.mfa.invalid_totp_code';
		return { verdict: isWrong ? 'wrong' : 'unexamined', answer: stepped };
	});
}

/** The key that was just set up, where its record is named; else the account's own. */
async function findKey(
	{ ids, store }: Services,
	{ interaction, holder }: WithFactors,
	verificationId: string | undefined
): Promise<Result<Key>> {
	const owner = interaction.userId ?? interaction.newUserId;
	if (!owner) return refuse('session.identifier_not_found');
	const offered = verificationId && findFactorRecord(interaction, verificationId, 'TOTP');
	if (verificationId) {
		if (!offered || !offered.sealedSecret) return refuse('session.verification_session_not_found');
		return ok({ recordId: offered.id, secret: await store.vault.open(totpPlace(owner), offered.sealedSecret) });
	}
	const own = holder?.totp;
	if (!own) return refuse('session.mfa.mfa_factor_not_enabled');
	return ok({
		recordId: ids.id(),
		factorId: own.id,
		secret: await store.vault.open(totpPlace(owner), own.sealedSecret)
	});
}
