// POST …/verification/verification-code: a fresh code, saved as a keyed hash first, sent only then.
import { canonicalIdentifier, countryOfPhone } from '../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import type { Interaction, TemplateType } from '../core/interaction/state.ts';
import { transition } from '../core/interaction/transition.ts';
import type { Event } from '../core/interaction/event.ts';
import { codeDigest, impossibleDigest } from './code-digest.ts';
import { deliveryProblem } from './delivery-problem.ts';
import type { Caller, Delivery, Message, Services } from './ports.ts';
import { recallWithHolder } from './recall.ts';
import { step } from './step.ts';
import { takeSends, type Taken } from './take-sends.ts';

export async function sendCode(
	services: Services,
	caller: Caller,
	body: { identifier: CodeIdentifier }
): Promise<Result<{ verificationId: string }>> {
	const canonical = canonicalIdentifier(body.identifier);
	if (!canonical.ok) return canonical;
	const identifier = canonical.value;
	const code = services.ids.code(6);
	const recordId = services.ids.id();
	const at = services.clock.now();
	const open = await recallWithHolder(services, caller, identifier);
	if (!open.ok) return open;
	const { interaction, holderId } = open.value;
	const requested = (before: Interaction): Event => ({
		type: 'code-requested',
		recordId,
		identifier,
		holderId,
		digest: codeDigest(services.hasher, before.id, before.event, identifier, code),
		impossibleDigest: impossibleDigest(services.hasher, recordId),
		at
	});

	// Decided once without writing: what the policy refuses costs no budget.
	const { problem } = transition(interaction, requested(interaction), await services.settings());
	if (problem) return { ok: false, problem };

	const carries = identifier.type === 'email' ? 'email' : 'sms';
	const country = identifier.type === 'phone' ? countryOfPhone(identifier.value) : undefined;
	const obstacle = await services.messenger.whyNot(carries, country);
	if (obstacle)
		return refuse(deliveryProblem(obstacle.reason), { data: { type: carries, retryAfter: obstacle.retryAfter } });

	// Also what is sent to nobody is composed, or the work would tell strangers from members.
	const message = await compose(services, caller, interaction, { identifier, country, code });
	const taken = await takeSends(services, caller, identifier, at);
	if (!taken.ok) return taken;

	const stepped = await step(services, caller, async (before) => ok(requested(before)));
	if (!stepped.ok) {
		await taken.value.giveBack();
		return stepped;
	}
	const [act] = stepped.value.acts;
	if (act?.type !== 'deliver-code') return ok({ verificationId: recordId });

	const delivery = services.messenger.send(carries, message);
	if (!act.unawaited) return settle(await delivery, recordId, taken.value);
	delivery.catch((error: unknown) => services.log.error('code not delivered', { error }));
	return ok({ verificationId: recordId });
}

async function compose(
	services: Services,
	caller: Caller,
	state: Interaction,
	{ identifier, country, code }: { identifier: CodeIdentifier; country: string | undefined; code: string }
): Promise<Message> {
	const [settings, application] = await Promise.all([
		services.settings(),
		services.store.applications.find(state.clientId)
	]);
	return {
		to: identifier.type === 'phone' ? `+${identifier.value}` : identifier.value,
		country,
		type: state.event as TemplateType,
		code,
		locale: caller.locale,
		applicationName: application?.name,
		minutes: Math.round(settings.verificationCodePolicy.expirationDuration / 60)
	};
}

/** A message that may have been accepted counts as sent: the code stays valid and the cooldown stands. */
async function settle(
	delivery: Delivery,
	verificationId: string,
	taken: Taken
): Promise<Result<{ verificationId: string }>> {
	if (delivery.ok || delivery.reason === 'unconfirmed') return ok({ verificationId });
	await taken.giveBack();
	const { reason, retryAfter } = delivery;
	return refuse(deliveryProblem(reason), retryAfter ? { data: { retryAfter } } : {});
}
