// POST …/sign-in-passkey/authentication/verify: a passkey as the only proof. Signatures are not guessed: none is counted.
import { ok, refuse, type Result } from '../../contract/result.ts';
import { findSignInChallenge } from '../core/rules/sign-in-passkey.ts';
import type { Identifier } from '../../contract/schemas.ts';
import type { Caller, Services, User } from './ports.ts';
import { recall } from './recall.ts';
import { step } from './step.ts';

type Payload = { id: string };
type Shown = { userId: string; factorId: string; identifier: Identifier; counter: number };

export async function checkSignInPasskey(
	services: Services,
	caller: Caller,
	payload: Payload
): Promise<Result<{ verificationId: string }>> {
	const open = await recall(services, caller);
	if (!open.ok) return open;
	if (!open.value.event) return refuse('session.interaction_not_found');
	const challenge = findSignInChallenge(open.value, services.clock.now());
	if (!challenge) return refuse('session.verification_session_not_found');

	const recordId = services.ids.id();
	const shown = await read(services, challenge, payload);
	const stepped = await step(
		services,
		caller,
		async (before, scope) => {
			const at = services.clock.now();
			// Another answer may have used it up since: then nothing is written. Saving compares the version, so one wins.
			if (findSignInChallenge(before, at) !== challenge) return refuse('session.verification_session_not_found');
			const isGood = shown && (await scope.factors.advanceCounter(shown.factorId, shown.counter, at));
			if (!isGood) return ok({ type: 'sign-in-passkey-checked', recordId, passkey: undefined, at });
			const { counter: _counter, ...passkey } = shown;
			return ok({ type: 'sign-in-passkey-checked', recordId, passkey, at });
		},
		{ atomic: true }
	);
	return stepped.ok ? ok({ verificationId: recordId }) : stepped;
}

async function read({ store, passkeys }: Services, challenge: string, payload: Payload): Promise<Shown | undefined> {
	const kept = await store.factors.findPasskey(payload.id);
	const identifier = kept && identifierOf(kept.user);
	if (!identifier) return undefined;
	const { passkey, user } = kept;
	const counter = await passkeys.readAuthentication(payload, challenge, passkey);
	return counter === undefined ? undefined : { userId: user.id, factorId: passkey.factorId, identifier, counter };
}

function identifierOf({ primaryEmail, primaryPhone, username }: User): Identifier | undefined {
	if (primaryEmail) return { type: 'email', value: primaryEmail };
	if (primaryPhone) return { type: 'phone', value: primaryPhone };
	return username ? { type: 'username', value: username } : undefined;
}
