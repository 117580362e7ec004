// The first step of every flow: ask for a code, for the first time or again.
import type { Problem } from '../../contract/problems.ts';
import type {
	CodeIdentifier,
	InteractionAnswer,
	InteractionEvent,
	PublicVerification
} from '../../contract/schemas.ts';
import type { Writer } from '../client.ts';
import { begin } from './begin.ts';
import { finish } from './finish.ts';
import { eventOf, type Flow, type Stage } from './flow.ts';
import type { Outcome } from './next-page.ts';
import { afterRefusal, findVerification, sentCodes } from './progress.ts';

/**
 * `masked`: whoever asks need not know where it goes.
 * Beginning again never throws away a proof or a code that is on its way, so a double click loses nothing.
 */
export async function sendCode(
	api: Writer,
	flow: Flow,
	identifier: CodeIdentifier,
	masked?: boolean
): Promise<Outcome> {
	const state = await api.interaction();
	if (state.ok && state.value.redirectTo) return { page: '/go' };
	const isThisFlow = state.ok && (flow === 'forgot-password') === (state.value.interactionEvent === 'ForgotPassword');
	const proven = isThisFlow && sentCodes(state.value).find((record) => record.verified && isFor(record, identifier));
	if (proven) return finish(api, flow, state.value, proven.id);

	const begun = await begin(api, flow, state);
	return begun.ok
		? deliverCode(api, flow, identifier, { event: eventOf[flow], masked })
		: afterRefusal(api, flow, begun.problem);
}

/** Within an interaction that is open. */
export async function deliverCode(
	api: Writer,
	stage: Stage,
	identifier: CodeIdentifier,
	{ event = 'SignIn', masked }: { event?: InteractionEvent; masked?: boolean } = {}
): Promise<Outcome> {
	const sent = await api.sendCode(identifier, event, masked);
	if (sent.ok) return { page: `/${stage}/verification-code` };
	const onItsWay = isTooSoon(sent.problem) && (await awaitPending(api, (record) => isFor(record, identifier)));
	return onItsWay ? { page: `/${stage}/verification-code` } : afterRefusal(api, stage, sent.problem);
}

/** Another code for the same person. A second click finds the code that the first one asked for. */
export async function resendCode(api: Writer, stage: Stage, verificationId: string): Promise<Outcome> {
	const again: Outcome = { page: `/${stage}/verification-code`, query: { resent: '1' } };
	const found = await findVerification(api, stage, verificationId);
	if ('outcome' in found) return isSuperseded(found.outcome) ? again : found.outcome;
	const { record, state } = found;
	// The page that it is entered on knows what a proof is good for.
	if (record.verified) return stage === 'continue' ? again : finish(api, stage, state, record.id);

	const event = stage === 'continue' ? (state.interactionEvent ?? 'SignIn') : eventOf[stage];
	const sent = await api.sendCode(record.identifier, event, record.masked);
	if (sent.ok) return again;
	const isNewer = (other: PublicVerification) => other.id !== record.id && isFor(other, record.identifier);
	const onItsWay = isTooSoon(sent.problem) && (await awaitPending(api, isNewer, 1));
	return onItsWay ? again : afterRefusal(api, stage, sent.problem);
}

/** Of two overlapping posts one is refused by the cooldown, perhaps before the other has saved its code. */
async function awaitPending(
	api: Writer,
	isWanted: (record: PublicVerification) => boolean,
	looks = 3
): Promise<boolean> {
	for (let look = 1; ; look++) {
		const state = await api.interaction();
		if (state.ok && openRecords(state.value).some(isWanted)) return true;
		if (look >= looks) return false;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** A code that has expired is not on its way, however soon the limit refuses another one. */
function openRecords(state: InteractionAnswer): PublicVerification[] {
	return sentCodes(state).filter(({ expiresAt }) => expiresAt > (state.now ?? 0));
}

function isFor({ identifier }: PublicVerification, { type, value }: CodeIdentifier): boolean {
	return identifier.type === type && identifier.value === value;
}

function isTooSoon({ code }: Problem): boolean {
	return code === 'request.message_rate_limited';
}

function isSuperseded(outcome: Outcome): boolean {
	return 'problem' in outcome && outcome.problem.code === 'session.verification_session_not_found';
}
