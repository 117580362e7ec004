// POST …/web-authn/{registration,authentication}/verify: what the browser brought back for our challenge.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { PasskeyCredential } from '../../core/factor.ts';
import type { PasskeyRecord } from '../../core/interaction/factor-records.ts';
import { findFactorRecord } from '../../core/rules/factors/records.ts';
import type { Caller, Services, StoreScope } from '../ports.ts';
import { recall } from '../recall.ts';
import { challengeDigest } from './ask-passkey.ts';
import { factorStep } from './factor-step.ts';
import { tryFactor } from './try-factor.ts';

type Payload = { id: string };
type Shown = { credential: PasskeyCredential; factorId?: string };

export async function checkPasskey(
	services: Services,
	caller: Caller,
	body: { verificationId: string; payload: Payload },
	ceremony: PasskeyRecord['ceremony']
): Promise<Result<{ verificationId: string }>> {
	const { verificationId: recordId, payload } = body;
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const record = findFactorRecord(open.value, recordId, 'WebAuthn');
	if (!record || record.ceremony !== ceremony) return refuse('session.verification_session_not_found');

	return tryFactor(services, caller, async (succeed) => {
		// The signature is checked before the transaction: it takes a while.
		const shown = await read(services, record, payload);
		const stepped = await factorStep(services, caller, async (before, _facts, scope) => {
			const at = services.clock.now();
			const digest = challengeDigest(services, record.challenge);
			const { outcome } = await scope.secrets.guess({ id: recordId, interactionId: before.id, digest, at });
			if (outcome !== 'accepted') return refuse('session.verification_session_not_found');
			const isGood = shown && (await advance(scope, shown, at));
			if (isGood) await succeed(scope);
			return ok({
				type: 'passkey-checked',
				recordId,
				credential: isGood ? shown.credential : undefined,
				factorId: shown?.factorId
			});
		});
		if (stepped.ok) return { verdict: 'right', answer: ok({ verificationId: recordId }) };
		const isWrong = stepped.problem.code === 'session.mfa.webauthn_verification_failed';
		return { verdict: isWrong ? 'wrong' : 'unexamined', answer: stepped };
	});
}

async function read(services: Services, record: PasskeyRecord, payload: Payload): Promise<Shown | undefined> {
	if (record.ceremony === 'registration') {
		const credential = await services.passkeys.readRegistration(payload, record.challenge);
		return credential && { credential };
	}
	const kept = await services.store.factors.findPasskey(payload.id);
	if (!kept || kept.userId !== record.userId) return undefined;
	const counter = await services.passkeys.readAuthentication(payload, record.challenge, kept);
	return counter === undefined ? undefined : { credential: { ...kept, counter }, factorId: kept.factorId };
}

/** A counter that went back means a copied authenticator (WebAuthn §6.1.1). */
async function advance(scope: StoreScope, { credential, factorId }: Shown, at: number): Promise<boolean> {
	return factorId === undefined || scope.factors.advanceCounter(factorId, credential.counter, at);
}
