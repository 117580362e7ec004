// POST …/totp/secret: a new key for an authenticator app, shown once and kept sealed until it is confirmed.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { ownerOf, whyNoSetUp } from '../../core/rules/factors/records.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
import { factorStep } from './factor-step.ts';
import { factsOf } from './find-facts.ts';
import { nameOf } from './name-of.ts';
import { totpPlace } from './totp-place.ts';

export async function setUpTotp(
	services: Services,
	caller: Caller
): Promise<Result<{ verificationId: string; secret: string; secretQrCode: string }>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const { interaction, holder } = open.value;
	const { event, clientId } = interaction;
	if (!event) return refuse('session.interaction_not_found');
	const settings = await services.settings();
	const state = { ...interaction, event };
	const facts = factsOf(holder);
	const closed = whyNoSetUp(state, facts, 'Totp', settings);
	const owner = ownerOf(state, facts);
	if (closed || !owner) return refuse(closed?.code ?? 'session.identifier_not_found', closed);

	const secret = services.totp.generateSecret();
	const recordId = services.ids.id();
	const sealedSecret = await services.store.vault.seal(totpPlace(owner.id), secret);
	const stepped = await factorStep(services, caller, open.value, async () =>
		ok({ type: 'totp-offered', recordId, sealedSecret })
	);
	if (!stepped.ok) return stepped;
	const application = await services.store.applications.find(clientId);
	const account = nameOf(facts.user ?? { ...state.profile, id: owner.id });
	const { qrCode } = services.totp.describe(secret, application?.name ?? new URL(services.origin).host, account);
	return ok({ verificationId: recordId, secret, secretQrCode: qrCode });
}
