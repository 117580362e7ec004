// From something set up to something that submit will write; and the owner's word on whether to have any.
import type { Settings } from '../../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../../interaction/decision.ts';
import type { FactorEvent } from '../../interaction/factor-events.ts';
import type { StagedFactors } from '../../interaction/factor-records.ts';
import { ownedFactors, owns, withStaged, type FactorOwner } from './owned.ts';
import { findFactorRecord, ownerOf, whyNoProof, whyNoSetUp } from './records.ts';
import { isMandatory } from './required.ts';

type Of<Type extends FactorEvent['type']> = Extract<FactorEvent, { type: Type }>;

export function bindFactor(state: Started, event: Of<'factor-bound'>, policy: Settings): Decision {
	const { facts, factor, verificationId, at } = event;
	const closed = whyNoSetUp(state, facts, factor, policy);
	if (closed) return refused(state, closed.code, closed);
	const owner = ownerOf(state, facts);
	if (!owner) return refused(state, 'session.identifier_not_found');
	const stage = (added: StagedFactors) =>
		accepted(
			{ ...state, factors: { ...state.factors, ...added } },
			{ type: 'record', key: `Interaction.${state.event}.Mfa.${factor}.Bind`, userId: owner.id }
		);
	switch (factor) {
		case 'Totp': {
			const record = findFactorRecord(state, verificationId, 'TOTP');
			if (!record) return refused(state, 'session.verification_session_not_found');
			const { id, verified, sealedSecret, lastStep } = record;
			if (!verified || !sealedSecret || lastStep === undefined) return refused(state, 'session.verification_failed');
			if (owns(owner, 'Totp')) return refused(state, 'user.totp_already_in_use');
			return stage({ totp: { id, type: 'Totp', sealedSecret, lastStep } });
		}
		case 'WebAuthn': {
			const record = findFactorRecord(state, verificationId, 'WebAuthn');
			if (!record) return refused(state, 'session.verification_session_not_found');
			const { id, verified, credential } = record;
			if (!verified || !credential) return refused(state, 'session.verification_failed');
			const others = (state.factors?.passkeys ?? []).filter((passkey) => passkey.id !== id);
			return stage({ passkeys: [...others, { id, type: 'WebAuthn', ...credential }] });
		}
		case 'BackupCode': {
			const record = findFactorRecord(state, verificationId, 'BackupCode');
			if (!record) return refused(state, 'session.verification_session_not_found');
			if (!record.digests) return refused(state, 'session.verification_failed');
			if (isAlone(state, owner, policy, at)) return refused(state, 'session.mfa.backup_code_can_not_be_alone');
			const replaces = owner.factors.some(({ type }) => type === 'BackupCode');
			return stage({ backupCodes: { id: record.id, type: 'BackupCode', digests: record.digests, replaces } });
		}
	}
}

function isAlone(state: Started, owner: FactorOwner, policy: Settings, at: number): boolean {
	return ownedFactors(withStaged(owner, state.factors, at), policy).length === 0;
}

/** Declining is remembered, so that nobody is asked twice; under a mandatory policy there is nothing to decline. */
export function chooseFactors(state: Started, event: Of<'factors-chosen'>, policy: Settings): Decision {
	const { facts, choice } = event;
	const [type = 'Totp'] = policy.mfa.factors;
	const closed = whyNoProof(state, facts, type, policy);
	if (closed) return refused(state, closed.code, closed);
	if (choice === 'skipped' && isMandatory(policy)) {
		return refused(state, 'session.mfa.mfa_policy_not_user_controlled');
	}
	const chosen = choice === 'enabled' ? { enabled: true, skipped: undefined } : { enabled: undefined, skipped: true };
	return accepted({ ...state, factors: { ...state.factors, ...chosen } });
}
