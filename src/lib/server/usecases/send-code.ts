// POST …/verification/verification-code: a fresh code, saved as a keyed hash first, sent only then.
import { canonicalIdentifier, countryOfPhone } from '../../contract/identifier.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import type { Problem } from '../../contract/problems.ts';
import type { Interaction, TemplateType } from '../core/interaction/state.ts';
import { transition } from '../core/interaction/transition.ts';
import type { Act } from '../core/interaction/effect.ts';
import type { Event, Scarcity } from '../core/interaction/event.ts';
import { verificationType } from '../core/rules/codes.ts';
import { policyFor } from '../core/rules/console.ts';
import { allowedCountries, refuseDestination } from '../core/rules/sends/destination.ts';
import { within } from './background.ts';
import { codeDigest, impossibleDigest } from './code-digest.ts';
import { deliverCode, isRefused, withholdCode, type Parcel } from './deliver-code.ts';
import { refuseUnsent } from './delivery-problem.ts';
import type { Caller, Message, Sent, Services } from './ports.ts';
import { recallWithHolder } from './recall.ts';
import { turnAway } from './record-refusal.ts';
import { step } from './step.ts';
import { takeSends } from './take-sends.ts';
import { wantProof } from './want-proof.ts';

/** A provider that takes longer is not waited for: somebody looks at the page. */
const patienceMs = 400;

export async function sendCode(
	services: Services,
	caller: Caller,
	body: { identifier: CodeIdentifier; masked?: boolean }
): Promise<Result<{ verificationId: string }>> {
	const canonical = canonicalIdentifier(body.identifier);
	if (!canonical.ok) return canonical;
	const identifier = canonical.value;
	const { masked } = body;
	const code = services.ids.code(6);
	const recordId = services.ids.id();
	const at = services.clock.now();
	const open = await recallWithHolder(services, caller, identifier);
	if (!open.ok) return open;
	const { interaction, holderId } = open.value;
	const requested = (before: Interaction, scarcity?: Scarcity): Event => ({
		type: 'code-requested',
		recordId,
		identifier,
		masked,
		holderId,
		digest: codeDigest(services.hasher, before.id, before.event, identifier, code),
		impossibleDigest: impossibleDigest(services.hasher, recordId),
		scarcity,
		at
	});

	const subject = `Verification.${verificationType(identifier)}.Create` as const;
	const refused = (problem: Problem) => turnAway(services, caller, interaction, subject, problem);

	// Decided once without writing: what the policy refuses costs no budget.
	const settings = policyFor(interaction.clientId, await services.settings());
	const { problem } = transition(interaction, requested(interaction), settings);
	if (problem) return refused(problem);
	const unserved = refuseDestination(identifier, allowedCountries(settings, services.demo));
	if (unserved) return refused(unserved);

	const carries = identifier.type === 'email' ? 'email' : 'sms';
	const country = identifier.type === 'phone' ? countryOfPhone(identifier.value) : undefined;
	const obstacle = await services.messenger.whyNot(carries, country);
	if (obstacle) return refused(refuseUnsent(obstacle, carries).problem);

	// Also what is sent to nobody is composed, or the work would tell strangers from members.
	const message = await compose(services, caller, interaction, { identifier, country, code });
	const taken = await takeSends(services, caller, { state: interaction, identifier, holderId, id: recordId, at });
	if (taken.type === 'refused') return refused(taken.problem);
	if (taken.type === 'proof-wanted')
		return wantProof(services, caller, { identifier, masked, isHard: taken.isHard, at });

	const stepped = await step(services, caller, async (before) => ok(requested(before, taken.scarcity)));
	if (!stepped.ok) {
		await taken.giveBack();
		return stepped;
	}
	const sent = await hand(services, stepped.value.acts[0], {
		id: recordId,
		carries,
		message,
		createdAt: at,
		taken
	});
	if (!sent || !isRefused(sent)) return ok({ verificationId: recordId });
	return refuseUnsent(sent, carries);
}

/** What became of it, as far as that is known soon and may be told; the rest goes on by itself. */
export async function hand(services: Services, act: Act | undefined, parcel: Parcel): Promise<Sent | undefined> {
	const { background } = services;
	if (act?.type !== 'deliver-code') {
		background.run('code not withheld', withholdCode(services, parcel));
		return undefined;
	}
	// What is given back would tell as much as what is said.
	const delivery = deliverCode(services, act.unawaited ? { ...parcel, taken: undefined } : parcel);
	background.run('code not delivered', delivery);
	return act.unawaited
		? undefined
		: within(
				delivery.catch(() => undefined),
				patienceMs
			);
}

export async function compose(
	services: Services,
	caller: Caller,
	state: Interaction,
	{
		identifier,
		country,
		code,
		type = state.event ?? 'Generic'
	}: { identifier: CodeIdentifier; country: string | undefined; code: string; type?: TemplateType }
): Promise<Message> {
	const [settings, application] = await Promise.all([
		services.settings(),
		services.store.applications.find(state.clientId)
	]);
	return {
		to: identifier.type === 'phone' ? `+${identifier.value}` : identifier.value,
		country,
		type,
		code,
		locale: caller.locale,
		applicationName: application?.name,
		minutes: Math.round(settings.verificationCodePolicy.expirationDuration / 60),
		host: new URL(services.origin).hostname
	};
}
