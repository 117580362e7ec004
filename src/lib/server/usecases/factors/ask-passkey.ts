// POST …/web-authn/{registration,authentication}: options for the browser, with a challenge that is good once.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { ownerOf } from '../../core/rules/factors/records.ts';
import type { Caller, Ceremony, Services } from '../ports.ts';
import { recall } from '../recall.ts';
import { factorStep } from './factor-step.ts';
import { findFactorFacts } from './find-facts.ts';
import { nameOf } from './name-of.ts';

type Asked = { verificationId: string; options: Ceremony['options'] };

export async function askPasskey(
	services: Services,
	caller: Caller,
	ceremony: 'registration' | 'authentication'
): Promise<Result<Asked>> {
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const { event, clientId } = open.value;
	if (!event) return refuse('session.interaction_not_found');
	const state = { ...open.value, event };
	const facts = await findFactorFacts(state, services.store, await services.settings());
	const owner = ownerOf(state, facts);
	if (!owner) return refuse('session.identifier_not_found');

	const existing = await services.store.factors.listPasskeys(owner.id);
	const application = await services.store.applications.find(clientId);
	const { challenge, options } =
		ceremony === 'registration'
			? await services.passkeys.registrationOptions({
					rpName: application?.name ?? services.passkeys.rpId,
					userId: owner.id,
					userName: nameOf(facts.user ?? { ...state.profile, id: owner.id }),
					existing
				})
			: await services.passkeys.authenticationOptions(existing);
	const recordId = services.ids.id();
	const digest = challengeDigest(services, challenge);
	const stepped = await factorStep(services, caller, async () =>
		ok({ type: 'passkey-asked', recordId, ceremony, challenge, digest })
	);
	return stepped.ok ? ok({ verificationId: recordId, options }) : stepped;
}

export function challengeDigest({ hasher }: Services, challenge: string): string {
	return hasher.hmac('webauthn-challenge', challenge);
}
