// POST …/web-authn/{registration,authentication}: options for the browser, with a challenge that is good once.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { ownerOf } from '../../core/rules/factors/records.ts';
import type { Caller, Ceremony, Services } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
import { factorStep } from './factor-step.ts';
import { factsOf } from './find-facts.ts';
import { nameOf } from './name-of.ts';

type Asked = { verificationId: string; options: Ceremony['options'] };

export async function askPasskey(
	services: Services,
	caller: Caller,
	ceremony: 'registration' | 'authentication'
): Promise<Result<Asked>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const { interaction, holder } = open.value;
	const { event, clientId } = interaction;
	if (!event) return refuse('session.interaction_not_found');
	const state = { ...interaction, event };
	const facts = factsOf(holder);
	const owner = ownerOf(state, facts);
	if (!owner) return refuse('session.identifier_not_found');

	const existing = holder?.passkeys ?? [];
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
	const stepped = await factorStep(services, caller, open.value, async () =>
		ok({ type: 'passkey-asked', recordId, ceremony, challenge })
	);
	return stepped.ok ? ok({ verificationId: recordId, options }) : stepped;
}
