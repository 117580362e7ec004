// GET /api/experience/interaction: what the pages may know of the state. Nothing secret is in it.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { InteractionAnswer, PublicDelivery, PublicRecord } from '../../contract/schemas.ts';
import type { Settings } from '../../contract/settings.ts';
import { consoleName } from '../../contract/console.ts';
import { finishedAnswerMs, type CodeVerification, type Verification } from '../core/interaction/state.ts';
import { isCode } from '../core/rules/codes.ts';
import { isInvited } from '../core/rules/proof-of-work.ts';
import { vendorMargin } from '../core/rules/sends/meters.ts';
import { isConsole } from '../core/rules/console.ts';
import type { Caller, Services } from './ports.ts';
import { findOpen } from './recall.ts';
import { findDeliveries, showDelivery } from './show-delivery.ts';

export async function readInteraction(services: Services, caller: Caller): Promise<Result<InteractionAnswer>> {
	const found = await findOpen(services, caller);
	if (!found.ok) return found;
	const { event, userId, profile, verifications, captcha, finished, clientId } = found.value;
	if (finished && finished.at + finishedAnswerMs < services.clock.now()) return refuse('session.not_found');

	const [settings, known, deliveries] = await Promise.all([
		services.settings(),
		services.store.applications.find(clientId),
		finished ? [] : findDeliveries(services.store, verifications)
	]);
	const now = services.clock.now();
	const show = (record: CodeVerification) => toPublicCode(record, settings, showDelivery(record, deliveries, now));
	const application = { id: clientId, name: isConsole(clientId) ? consoleName : (known?.name ?? clientId) };
	// The first page already greets by the application's name, before anything was started.
	// Consent is answered without an event; whoever comes back to it is told the way on.
	if (!event && !finished) return refuse('session.interaction_not_found', { data: { application } });
	const { passwordDigest: _secret, ...visible } = profile ?? {};
	return ok({
		interactionEvent: event,
		userId,
		profile: visible,
		mfa: {},
		verificationRecords: verifications.map((record) => (isCode(record) ? show(record) : toPublic(record))),
		captcha: {
			verified: captcha?.proven !== undefined,
			skipped: isInvited(verifications),
			wanted: captcha?.wanted
		},
		now,
		application,
		redirectTo: finished?.redirectTo
	});
}

function toPublic(record: Exclude<Verification, CodeVerification>): PublicRecord {
	const { id, identifier } = record;
	if (record.type === 'NewPasswordIdentity') return { id, type: record.type, identifier };
	return { id, type: record.type, identifier, verified: record.verified };
}

/** The clock that pages show runs a second longer than our limit, so that nobody comes a moment too early. */
const clockMarginMs = 1000;

function toPublicCode(record: CodeVerification, { sendPolicy }: Settings, delivery: PublicDelivery): PublicRecord {
	const { id, type, identifier, templateType, verified, expiresAt, sentAt, scarce } = record;
	const cooldown = sendPolicy.perIdentifier.find(({ count }) => count === 1)?.seconds;
	const cooledAt = cooldown ? sentAt + (cooldown + vendorMargin) * 1000 + clockMarginMs : sentAt;
	// What was not accepted does not count.
	const resendAt = delivery.state === 'refused' ? (delivery.retryAt ?? sentAt) : cooledAt;
	return { id, type, identifier, templateType, verified, expiresAt, resendAt, delivery, scarce };
}
