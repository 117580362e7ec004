// POST …/mfa-verification-code: a code to the account's own number or address, as a second proof.
import { countryOfPhone } from '../../../contract/identifier.ts';
import type { Problem } from '../../../contract/problems.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import type { Started } from '../../core/interaction/decision.ts';
import type { Scarcity } from '../../core/interaction/event.ts';
import { ownerOf, whyNoProof } from '../../core/rules/factors/records.ts';
import { allowedCountries, refuseDestination } from '../../core/rules/sends/destination.ts';
import { isRefused } from '../deliver-code.ts';
import { refuseUnsent } from '../delivery-problem.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors, type WithFactors } from '../recall.ts';
import { recordRefusal } from '../record-refusal.ts';
import { compose, hand } from '../send-code.ts';
import { takeSends, type Held } from '../take-sends.ts';
import { factorCodeDigest } from './factor-code-digest.ts';
import { factorStep } from './factor-step.ts';
import { factsOf } from './find-facts.ts';

type Recipient = { open: WithFactors; state: Started; userId: string; identifier: CodeIdentifier };

export async function sendFactorCode(
	services: Services,
	caller: Caller,
	type: CodeIdentifier['type']
): Promise<Result<{ verificationId: string }>> {
	const found = await findRecipient(services, caller, type);
	if (!found.ok) return found;
	const { open, state, userId, identifier } = found.value;
	const turnAway = async (problem: Problem): Promise<Result<never>> => {
		const key = `Interaction.${state.event}.Mfa.${factorBy[type]}.Create` as const;
		await recordRefusal(services, caller, { interaction: state, key, userId }, problem);
		return { ok: false, problem };
	};
	const unserved = refuseDestination(identifier, allowedCountries(await services.settings(), services.demo));
	if (unserved) return turnAway(unserved);
	const carries = type === 'email' ? 'email' : 'sms';
	const country = type === 'phone' ? countryOfPhone(identifier.value) : undefined;
	const obstacle = await services.messenger.whyNot(carries, country);
	if (obstacle) return turnAway(refuseUnsent(obstacle, carries).problem);

	const code = services.ids.code(6);
	const recordId = services.ids.id();
	const createdAt = services.clock.now();
	const message = await compose(services, caller, state, { identifier, country, code, type: 'MfaVerification' });
	const taken = await take(services, caller, found.value, { id: recordId, at: createdAt });
	if (!taken.ok) return turnAway(taken.problem);
	const digest = factorCodeDigest(services.hasher, state.id, identifier, code);
	const stepped = await factorStep(services, caller, open, async () =>
		ok({ type: 'factor-code-requested', recordId, identifierType: type, digest, scarcity: taken.value.scarcity })
	);
	if (!stepped.ok) {
		await taken.value.giveBack();
		return stepped;
	}
	const parcel = { id: recordId, carries, message, createdAt, taken: taken.value } as const;
	const sent = await hand(services, stepped.value.acts[0], parcel);
	if (!sent || !isRefused(sent)) return ok({ verificationId: recordId });
	return refuseUnsent(sent, carries);
}

/** Decided once without writing: what the settings refuse costs no budget. */
async function findRecipient(
	services: Services,
	caller: Caller,
	type: CodeIdentifier['type']
): Promise<Result<Recipient>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const { event } = open.value.interaction;
	if (!event) return refuse('session.interaction_not_found');
	const state = { ...open.value.interaction, event };
	const settings = await services.settings();
	const facts = factsOf(open.value.holder);
	const closed = whyNoProof(state, facts, factorBy[type], settings);
	if (closed) return refuse(closed.code, closed);
	const owner = ownerOf(state, facts);
	const value = type === 'email' ? owner?.primaryEmail : owner?.primaryPhone;
	return owner && value
		? ok({ open: open.value, state, userId: owner.id, identifier: { type, value } })
		: refuse('session.mfa.mfa_factor_not_enabled');
}

/** Whoever is identified proves no work, and draws on what is kept for people with an account. */
async function take(
	services: Services,
	caller: Caller,
	{ state, userId, identifier }: Recipient,
	taking: { id: string; at: number }
): Promise<Result<Held & { scarcity?: Scarcity }>> {
	const taken = await takeSends(services, caller, { state, identifier, holderId: userId, ...taking });
	if (taken.type === 'refused') return { ok: false, problem: taken.problem };
	if (taken.type === 'proof-wanted') return refuse('session.captcha_required');
	if (!taken.scarcity || taken.scarcity.isServed) return ok(taken);
	await taken.giveBack();
	return refuse('request.message_rate_limited', { data: { retryAfter: taken.scarcity.retryAfter } });
}

const factorBy = { email: 'EmailVerificationCode', phone: 'PhoneVerificationCode' } as const;
