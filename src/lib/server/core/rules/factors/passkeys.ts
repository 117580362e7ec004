// Passkeys as a second factor (WebAuthn §7): a challenge that is good for one try, and what came back.
import type { Settings } from '../../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../../interaction/decision.ts';
import type { FactorEvent } from '../../interaction/factor-events.ts';
import type { PasskeyRecord } from '../../interaction/factor-records.ts';
import { owns } from './owned.ts';
import { findFactorRecord, ownerOf, whyNoProof, whyNoSetUp, withFactorRecord } from './records.ts';

type Of<Type extends FactorEvent['type']> = Extract<FactorEvent, { type: Type }>;

/** The person has a minute at the device, and then some. */
export const challengeMs = 5 * 60_000;

export function askPasskey(state: Started, event: Of<'passkey-asked'>, policy: Settings): Decision {
	const { facts, recordId: id, ceremony, challenge, at } = event;
	const isNew = ceremony === 'registration';
	const closed = (isNew ? whyNoSetUp : whyNoProof)(state, facts, 'WebAuthn', policy);
	if (closed) return refused(state, closed.code, closed);
	const owner = ownerOf(state, facts);
	if (!owner) return refused(state, 'session.identifier_not_found');
	if (!isNew && !owns(owner, 'WebAuthn')) return refused(state, 'session.mfa.webauthn_verification_not_found');
	const record = { id, type: 'WebAuthn' as const, userId: owner.id, verified: false, ceremony, challenge };
	return accepted(withFactorRecord(state, { ...record, expiresAt: at + challengeMs }), {
		type: 'record',
		key: `Interaction.${state.event}.Mfa.WebAuthn.Create`,
		userId: owner.id
	});
}

/** What was asked and has not been answered yet, rightly or wrongly. */
export function findChallenge(
	state: Pick<Started, 'factorRecords'>,
	asked: { recordId: string; ceremony: PasskeyRecord['ceremony']; at: number }
): PasskeyRecord | undefined {
	const record = findFactorRecord(state, asked.recordId, 'WebAuthn');
	const isOpen = record?.ceremony === asked.ceremony && !record.verified && record.expiresAt > asked.at;
	return isOpen ? record : undefined;
}

export function checkPasskey(state: Started, event: Of<'passkey-checked'>, policy: Settings): Decision {
	const { facts, factorId, credential } = event;
	const closed = whyNoProof(state, facts, 'WebAuthn', policy);
	if (closed) return refused(state, closed.code, closed);
	const record = findChallenge(state, event);
	if (!record) return refused(state, 'session.verification_session_not_found');
	const key = `Interaction.${state.event}.Mfa.WebAuthn.Submit` as const;
	const { userId } = record;
	if (!credential || (record.ceremony === 'authentication' && !factorId)) {
		const error = 'session.mfa.webauthn_verification_failed';
		const others = (state.factorRecords ?? []).filter(({ id }) => id !== record.id);
		return {
			...refused({ ...state, factorRecords: others }, error),
			effects: [{ type: 'record', key, error, userId }]
		};
	}
	const proven = { ...record, verified: true, credential: factorId ? undefined : credential, factorId };
	return accepted(withFactorRecord(state, proven), { type: 'record', key, userId });
}
