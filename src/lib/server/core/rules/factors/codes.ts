// A code to the account's own address or number, as a second proof.
import type { Settings } from '../../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../../interaction/decision.ts';
import type { FactorEvent } from '../../interaction/factor-events.ts';
import type { FactorCodeRecord } from '../../interaction/factor-records.ts';
import { refusalOf } from '../codes.ts';
import { findFactorRecord, ownerOf, whyNoProof, withFactorRecord } from './records.ts';

type Of<Type extends FactorEvent['type']> = Extract<FactorEvent, { type: Type }>;

export function requestFactorCode(state: Started, event: Of<'factor-code-requested'>, policy: Settings): Decision {
	const { facts, recordId: id, identifierType, digest, scarcity, at } = event;
	const factor = identifierType === 'email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
	const closed = whyNoProof(state, facts, factor, policy);
	if (closed) return refused(state, closed.code, closed);
	const owner = ownerOf(state, facts);
	const value = identifierType === 'email' ? owner?.primaryEmail : owner?.primaryPhone;
	// Somebody who registers has proven the address just now.
	if (!state.userId || !owner || !value) return refused(state, 'session.mfa.mfa_factor_not_enabled');

	const { expirationDuration, maxRetryAttempts } = policy.verificationCodePolicy;
	const record: FactorCodeRecord = {
		id,
		type: `Mfa${factor}`,
		userId: owner.id,
		identifier: { type: identifierType, value },
		verified: false,
		sentAt: at,
		expiresAt: at + expirationDuration * 1000,
		...(scarcity && { scarce: true, ...(scarcity.isNearby && { nearby: true }) })
	};
	const { expiresAt } = record;
	return accepted(
		withFactorRecord(state, record),
		{ type: 'issue-secret', id, purpose: record.type, digest, maxAttempts: maxRetryAttempts, expiresAt, at },
		{ type: 'record', key: `Interaction.${state.event}.Mfa.${factor}.Create`, userId: owner.id },
		{ type: 'deliver-code', recordId: id, unawaited: false }
	);
}

export function checkFactorCode(state: Started, event: Of<'factor-code-checked'>, policy: Settings): Decision {
	const record = findFactorRecord(state, event.recordId, 'MfaEmailVerificationCode', 'MfaPhoneVerificationCode');
	if (!record) return refused(state, 'session.verification_session_not_found');
	const factor = factorOfCode[record.type];
	const closed = whyNoProof(state, event.facts, factor, policy);
	if (closed) return refused(state, closed.code, closed);
	const key = `Interaction.${state.event}.Mfa.${factor}.Submit` as const;
	const { userId } = record;
	if (event.outcome === 'accepted') {
		return accepted(withFactorRecord(state, { ...record, verified: true }), { type: 'record', key, userId });
	}
	const error = refusalOf[event.outcome ?? 'missing'];
	return {
		state,
		effects: [{ type: 'record', key, error, userId }],
		problem: { code: error, ...(event.outcome === 'mismatch' && { data: { attemptsLeft: event.attemptsLeft } }) }
	};
}

const factorOfCode = {
	MfaEmailVerificationCode: 'EmailVerificationCode',
	MfaPhoneVerificationCode: 'PhoneVerificationCode'
} as const;
