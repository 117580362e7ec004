// POST …/web-authn/{registration,authentication}/verify: what the browser brought back for our challenge.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { PasskeyCredential } from '../../core/factor.ts';
import type { PasskeyRecord } from '../../core/interaction/factor-records.ts';
import { findChallenge } from '../../core/rules/factors/passkeys.ts';
import type { Caller, KeptPasskey, Services, StoreScope } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
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
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const asked = { recordId, ceremony };
	const record = findChallenge(open.value.interaction, { ...asked, at: services.clock.now() });
	if (!record) return refuse('session.verification_session_not_found');

	return tryFactor(services, caller, 'WebAuthn', async (succeed) => {
		// The signature is checked before the transaction: it takes a while.
		const shown = await read(services, record, open.value.holder?.passkeys ?? [], payload);
		const stepped = await factorStep(services, caller, open.value, async (before, _facts, scope, admits) => {
			const at = services.clock.now();
			// Somebody else may have used it up since: then nothing is written. Saving compares the version, so one wins.
			if (!findChallenge(before, { ...asked, at })) return refuse('session.verification_session_not_found');
			const isGood = shown && admits('WebAuthn') && (await advance(scope, shown, at));
			if (isGood) await succeed(scope);
			const credential = isGood ? shown.credential : undefined;
			return ok({ type: 'passkey-checked', ...asked, credential, factorId: shown?.factorId });
		});
		if (stepped.ok) return { verdict: 'right', answer: ok({ verificationId: recordId }) };
		const isWrong = stepped.problem.code === 'session.mfa.webauthn_verification_failed';
		return { verdict: isWrong ? 'wrong' : 'unexamined', answer: stepped };
	});
}

async function read(
	{ passkeys }: Services,
	{ ceremony, challenge }: PasskeyRecord,
	own: KeptPasskey[],
	payload: Payload
): Promise<Shown | undefined> {
	if (ceremony === 'registration') {
		const credential = await passkeys.readRegistration(payload, challenge);
		return credential && { credential };
	}
	const kept = own.find(({ credentialId }) => credentialId === payload.id);
	if (!kept) return undefined;
	const counter = await passkeys.readAuthentication(payload, challenge, kept);
	return counter === undefined ? undefined : { credential: { ...kept, counter }, factorId: kept.factorId };
}

/** A counter that went back means a copied authenticator (WebAuthn §6.1.1). */
async function advance(scope: StoreScope, { credential, factorId }: Shown, at: number): Promise<boolean> {
	return factorId === undefined || scope.factors.advanceCounter(factorId, credential.counter, at);
}
