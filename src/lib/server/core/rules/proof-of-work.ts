// Proof of work: a program that asks for many codes pays with its processor, a person with a second nobody notices.
// It only adds friction. What bounds the messages is what they are counted by.
import type { CodeIdentifier } from '../../../contract/schemas.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Settings } from '../../../contract/settings.ts';
import { refused, type Decision, type Started } from '../interaction/decision.ts';
import type { ProofWanted, Started as StartedEvent } from '../interaction/event.ts';
import type { Captcha, Interaction, WantedProof } from '../interaction/state.ts';

/**
 * About 0.3 s and 1.5 s on a phone that does 400,000 hashes a second, and how long it takes whoever cannot or will not
 * do them. The wait is also the longest that a slow phone works.
 */
const efforts = {
	usual: { bits: 17, waitMs: 8_000 },
	hard: { bits: 19, waitMs: 15_000 }
};

/** Of two tabs that ask for the same, both work on one. */
export function wantProof(state: Started, { id, identifier, masked, isHard, at }: ProofWanted): Decision {
	const { bits, waitMs } = isHard ? efforts.hard : efforts.usual;
	const known = state.captcha?.wanted;
	const isKnown = known && isSame(known.identifier, identifier) && known.masked === masked && known.bits >= bits;
	const wanted = isKnown ? known : { id, identifier, ...(masked && { masked }), bits, readyAt: at + waitMs };
	const captcha = { ...state.captcha, wanted };
	return {
		...refused({ ...state, captcha }, 'session.captcha_required', { data: describeProof(wanted, at) }),
		effects: []
	};
}

/** What whoever is to do it must know. `challenge.nonce` is the answer, `challenge` alone once the wait is over. */
export function describeProof({ id, bits, readyAt }: WantedProof, at: number) {
	return { challenge: id, bits, retryAfter: secondsLeft(readyAt, at) };
}

/**
 * Good once: what was wanted is gone with it, in the write that keeps the proof. Where none is wanted, a token is not
 * looked at: a client of Logto's sends a third party's with every beginning.
 */
export function takeProof(
	captcha: Captcha | undefined,
	{ id, bits, at }: NonNullable<StartedEvent['proof']>
): Result<Captcha | undefined> {
	const wanted = captcha?.wanted;
	if (!wanted) return ok(captcha);
	if (wanted.id !== id) return refuse('session.captcha_failed');
	const isDone = bits >= wanted.bits || at >= wanted.readyAt;
	if (!isDone) return refuse('session.captcha_failed', { data: { retryAfter: secondsLeft(wanted.readyAt, at) } });
	return ok({ proven: { identifier: wanted.identifier } });
}

/** For this recipient: for another one it is done anew. */
export function isProvenFor({ captcha }: Interaction, identifier: CodeIdentifier): boolean {
	return captcha?.proven !== undefined && isSame(captcha.proven.identifier, identifier);
}

/** Contract §3.5, 1: at the end, whoever came without a code has done it as well. */
export function isProofLacking({ captcha, verifications }: Interaction, { captchaPolicy }: Settings): boolean {
	return captchaPolicy.enabled === true && !captcha?.proven && !isInvited(verifications);
}

/**
 * A link that was sent to somebody is proof enough. To be identified is none: one number of one's own would open the way
 * to any number of others.
 */
export function isInvited(verifications: Interaction['verifications']): boolean {
	return verifications.some(({ type }) => type === 'OneTimeToken');
}

function isSame(one: CodeIdentifier | undefined, other: CodeIdentifier | undefined): boolean {
	return one?.type === other?.type && one?.value === other?.value;
}

function secondsLeft(until: number, at: number): number {
	return Math.max(1, Math.ceil((until - at) / 1000));
}
