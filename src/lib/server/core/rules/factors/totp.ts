// Codes of an authenticator app: setting up a key, and proving it (RFC 6238).
import type { Settings } from '../../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../../interaction/decision.ts';
import type { FactorEvent } from '../../interaction/factor-events.ts';
import { owns } from './owned.ts';
import { findFactorRecord, ownerOf, whyNoProof, whyNoSetUp, withFactorRecord } from './records.ts';

type Of<Type extends FactorEvent['type']> = Extract<FactorEvent, { type: Type }>;

export function offerTotp(state: Started, event: Of<'totp-offered'>, policy: Settings): Decision {
	const { facts, recordId: id, sealedSecret } = event;
	const closed = whyNoSetUp(state, facts, 'Totp', policy);
	if (closed) return refused(state, closed.code, closed);
	const owner = ownerOf(state, facts);
	if (!owner) return refused(state, 'session.identifier_not_found');
	if (owns(owner, 'Totp')) return refused(state, 'user.totp_already_in_use');
	return accepted(withFactorRecord(state, { id, type: 'TOTP', userId: owner.id, verified: false, sealedSecret }), {
		type: 'record',
		key: `Interaction.${state.event}.Mfa.Totp.Create`,
		userId: owner.id
	});
}

/** A new key's record is named; the account's own key makes a record of its own. */
export function checkTotp(state: Started, event: Of<'totp-checked'>, policy: Settings): Decision {
	const { facts, recordId: id, factorId, step } = event;
	const closed = whyNoProof(state, facts, 'Totp', policy);
	if (closed) return refused(state, closed.code, closed);
	const owner = ownerOf(state, facts);
	const offered = findFactorRecord(state, id, 'TOTP');
	if (!owner || (!factorId && !offered?.sealedSecret)) return refused(state, 'session.verification_session_not_found');
	const key = `Interaction.${state.event}.Mfa.Totp.Submit` as const;
	if (step === undefined) {
		const error = 'session.mfa.invalid_totp_code';
		return { ...refused(state, error), effects: [{ type: 'record', key, error, userId: owner.id }] };
	}
	const proven = { id, type: 'TOTP' as const, userId: owner.id, verified: true, lastStep: step };
	return accepted(
		withFactorRecord(state, factorId ? { ...proven, factorId } : { ...proven, sealedSecret: offered?.sealedSecret }),
		{ type: 'record', key, userId: owner.id }
	);
}
