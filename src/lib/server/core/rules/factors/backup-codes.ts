// Backup codes: ten at once, shown once, each good once. They stand in for another factor and are never alone.
import type { Settings } from '../../../../contract/settings.ts';
import { accepted, refused, type Decision, type Started } from '../../interaction/decision.ts';
import type { FactorEvent } from '../../interaction/factor-events.ts';
import { ownerOf, whyNoProof, whyNoSetUp, withFactorRecord } from './records.ts';

type Of<Type extends FactorEvent['type']> = Extract<FactorEvent, { type: Type }>;

export function makeBackupCodes(state: Started, event: Of<'backup-codes-made'>, policy: Settings): Decision {
	const { facts, recordId: id, digests } = event;
	const closed = whyNoSetUp(state, facts, 'BackupCode', policy);
	if (closed) return refused(state, closed.code, closed);
	const owner = ownerOf(state, facts);
	if (!owner) return refused(state, 'session.identifier_not_found');
	// Made is not proven: it only says that they may be bound.
	return accepted(withFactorRecord(state, { id, type: 'BackupCode', userId: owner.id, verified: true, digests }), {
		type: 'record',
		key: `Interaction.${state.event}.Mfa.BackupCode.Create`,
		userId: owner.id
	});
}

export function checkBackupCode(state: Started, event: Of<'backup-code-checked'>, policy: Settings): Decision {
	const { facts, recordId: id, factorId } = event;
	const closed = whyNoProof(state, facts, 'BackupCode', policy);
	if (closed) return refused(state, closed.code, closed);
	const owner = ownerOf(state, facts);
	if (!owner) return refused(state, 'session.identifier_not_found');
	const key = `Interaction.${state.event}.Mfa.BackupCode.Submit` as const;
	if (!factorId) {
		const error = 'session.mfa.invalid_backup_code';
		return { ...refused(state, error), effects: [{ type: 'record', key, error, userId: owner.id }] };
	}
	const record = { id, type: 'BackupCode' as const, userId: owner.id, verified: true, factorId };
	return accepted(withFactorRecord(state, record), { type: 'record', key, userId: owner.id });
}
