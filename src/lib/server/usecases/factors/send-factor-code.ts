// POST …/mfa-verification-code: a code to the account's own number or address, as a second proof.
import { countryOfPhone } from '../../../contract/identifier.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import { ownerOf, whyNoProof } from '../../core/rules/factors/records.ts';
import { isRefused } from '../deliver-code.ts';
import { deliveryProblem } from '../delivery-problem.ts';
import type { Caller, Services } from '../ports.ts';
import { recall } from '../recall.ts';
import { compose, hand } from '../send-code.ts';
import { takeSends } from '../take-sends.ts';
import { factorCodeDigest } from './factor-code-digest.ts';
import { factorStep } from './factor-step.ts';
import { findFactorFacts } from './find-facts.ts';

export async function sendFactorCode(
	services: Services,
	caller: Caller,
	type: CodeIdentifier['type']
): Promise<Result<{ verificationId: string }>> {
	const found = await findRecipient(services, caller, type);
	if (!found.ok) return found;
	const { state, identifier } = found.value;
	const carries = type === 'email' ? 'email' : 'sms';
	const country = type === 'phone' ? countryOfPhone(identifier.value) : undefined;
	const obstacle = await services.messenger.whyNot(carries, country);
	if (obstacle) return refuse(deliveryProblem(obstacle.reason), { data: { type: carries } });

	const code = services.ids.code(6);
	const recordId = services.ids.id();
	const createdAt = services.clock.now();
	const message = await compose(services, caller, state, { identifier, country, code, type: 'MfaVerification' });
	const taken = await takeSends(services, caller, identifier, createdAt);
	if (!taken.ok) return taken;
	const digest = factorCodeDigest(services.hasher, state.id, identifier, code);
	const stepped = await factorStep(services, caller, async () =>
		ok({ type: 'factor-code-requested', recordId, identifierType: type, digest })
	);
	if (!stepped.ok) {
		await taken.value.giveBack();
		return stepped;
	}
	const parcel = { id: recordId, carries, message, createdAt, taken: taken.value } as const;
	const sent = await hand(services, stepped.value.acts[0], parcel);
	if (!sent || !isRefused(sent)) return ok({ verificationId: recordId });
	const { reason, retryAfter } = sent;
	return refuse(deliveryProblem(reason), retryAfter ? { data: { retryAfter } } : {});
}

/** Decided once without writing: what the settings refuse costs no budget. */
async function findRecipient(services: Services, caller: Caller, type: CodeIdentifier['type']) {
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const { event } = open.value;
	if (!event) return refuse('session.interaction_not_found');
	const state = { ...open.value, event };
	const settings = await services.settings();
	const facts = await findFactorFacts(state, services.store, settings);
	const factor = type === 'email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
	const closed = whyNoProof(state, facts, factor, settings);
	if (closed) return refuse(closed.code, closed);
	const owner = ownerOf(state, facts);
	const value = type === 'email' ? owner?.primaryEmail : owner?.primaryPhone;
	return value ? ok({ state, identifier: { type, value } }) : refuse('session.mfa.mfa_factor_not_enabled');
}
