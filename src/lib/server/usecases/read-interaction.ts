// GET /api/experience/interaction: what the pages may know of the state. Nothing secret is in it.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { InteractionAnswer, PublicDelivery, PublicRecord } from '../../contract/schemas.ts';
import type { Settings } from '../../contract/settings.ts';
import { consoleName } from '../../contract/console.ts';
import { finishedAnswerMs, type CodeVerification, type Verification } from '../core/interaction/state.ts';
import { isCode } from '../core/rules/codes.ts';
import { isConsole } from '../core/rules/console.ts';
import type { Caller, Services } from './ports.ts';
import { findOpen } from './recall.ts';
import { findDeliveries, showDelivery } from './show-delivery.ts';

export async function readInteraction(services: Services, caller: Caller): Promise<Result<InteractionAnswer>> {
	const found = await findOpen(services, caller);
	if (!found.ok) return found;
	const { event, userId, profile, verifications, finished, clientId } = found.value;
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
		captcha: { verified: false, skipped: false },
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

/**
 * A vendor counts its minute from when it has accepted a message, a little later than we do: whoever comes back at our
 * limit's very end would be refused there. The limit stays what it is; only the clock that pages show runs longer.
 */
const vendorMarginMs = 2000;

function toPublicCode(record: CodeVerification, { sendPolicy }: Settings, delivery: PublicDelivery): PublicRecord {
	const { id, type, identifier, templateType, verified, expiresAt, sentAt } = record;
	const cooldown = sendPolicy.perIdentifier.find(({ count }) => count === 1)?.seconds;
	const cooledAt = cooldown ? sentAt + cooldown * 1000 + vendorMarginMs : sentAt;
	// What was not accepted does not count.
	const resendAt = delivery.state === 'refused' ? (delivery.retryAt ?? sentAt) : cooledAt;
	return { id, type, identifier, templateType, verified, expiresAt, resendAt, delivery };
}
