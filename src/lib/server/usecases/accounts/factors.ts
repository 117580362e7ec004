// Second factors of accounts, at an administrator's word: whoever has lost theirs is helped without losing the others.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { MyFactors } from '../../../contract/account/factors.ts';
import type { AddFactorBody, AddedFactor } from '../../../contract/users.ts';
import type { NewFactor } from '../../core/factor.ts';
import { backupCodeDigest, newBackupCode } from '../factors/backup-code-text.ts';
import { backupCodeAmount } from '../factors/make-backup-codes.ts';
import { nameOf } from '../factors/name-of.ts';
import { totpPlace } from '../factors/totp-place.ts';
import { showFactor } from '../my-account/factors.ts';
import type { FactorHolder, MachineCaller, Services } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { Rollback } from '../rollback.ts';
import { tellOwner } from '../tell-owner.ts';
import { undoing } from '../undoing.ts';
import { unknownUser } from '../unknown-user.ts';

export async function listFactors({ store }: Pick<Services, 'store'>, id: string): Promise<Result<MyFactors>> {
	const holder = await store.factors.findHolder(id);
	return holder ? ok(holder.factors.map(showFactor)) : unknownUser(id);
}

/** What is made is answered once and handed to the owner by other means; the owner gets word of it, too. */
export async function addFactor(
	services: Services,
	caller: MachineCaller,
	id: string,
	body: AddFactorBody
): Promise<Result<AddedFactor>> {
	const { store, clock } = services;
	const holder = await store.factors.findHolder(id);
	if (!holder) return unknownUser(id);
	const made = await (body.type === 'Totp' ? makeTotp(services, holder, body.secret) : makeCodes(services, holder));
	if (!made.ok) return made;
	const { factor, answer } = made.value;
	const added = await undoing(() =>
		store.transaction<Result<AddedFactor>>(async (scope) => {
			const kept = await scope.factors.keep(id, [factor], clock.now());
			if (!kept.ok) throw new Rollback({ code: kept.taken === 'Totp' ? 'user.totp_already_in_use' : 'session.busy' });
			await recordChange({ clock, audit: scope.audit }, caller, `Management.User.Mfa.${body.type}.Create`, {
				userId: id
			});
			return ok(answer);
		})
	);
	if (added.ok) await tellOwner(services, caller, { userId: id, what: 'factor-added' }, caller.applicationId);
	return added;
}

/** Browsers that were trusted for it are so no more. */
export async function removeFactor(
	services: Services,
	caller: MachineCaller,
	{ id, factor: factorId }: { id: string; factor: string }
): Promise<Result<undefined>> {
	const { store, clock } = services;
	const holder = await store.factors.findHolder(id);
	if (!holder) return unknownUser(id);
	const factor = holder.factors.find((one) => one.id === factorId);
	const removed = await store.transaction<Result<undefined>>(async (scope) => {
		// What stood in for it goes with the last one, or it would come back with another.
		const isLast = holder.factors.every((one) => one.id === factorId || one.type === 'BackupCode');
		const remove = () => (isLast ? scope.factors.removeAll(id) : scope.factors.remove(id, factorId));
		if (!factor || !(await remove())) {
			return refuse('entity.not_found', { data: { id: factorId } });
		}
		await recordChange({ clock, audit: scope.audit }, caller, `Management.User.Mfa.${factor.type}.Delete`, {
			userId: id
		});
		return ok();
	});
	if (removed.ok) await tellOwner(services, caller, { userId: id, what: 'factor-removed' }, caller.applicationId);
	return removed;
}

type Made = { factor: NewFactor; answer: AddedFactor };

async function makeTotp(
	{ store, ids, totp, origin }: Services,
	{ user, totp: own }: FactorHolder,
	secret = totp.generateSecret()
): Promise<Result<Made>> {
	if (own) return refuse('user.totp_already_in_use');
	const sealedSecret = await store.vault.seal(totpPlace(user.id), secret);
	const { qrCode } = totp.describe(secret, new URL(origin).host, nameOf(user));
	// No code of it was shown yet: the first one may be of any time step.
	const factor: NewFactor = { id: ids.id(), type: 'Totp', sealedSecret, lastStep: 0 };
	return ok({ factor, answer: { type: 'Totp', secret, secretQrCode: qrCode } });
}

/** In place of older ones; they stand in for another factor and are never alone. */
async function makeCodes({ ids, hasher }: Services, { user, factors }: FactorHolder): Promise<Result<Made>> {
	if (factors.every(({ type }) => type === 'BackupCode')) return refuse('session.mfa.backup_code_can_not_be_alone');
	const codes = Array.from({ length: backupCodeAmount }, () => newBackupCode(ids));
	const digests = codes.map((code) => backupCodeDigest(hasher, user.id, code));
	const replaces = factors.some(({ type }) => type === 'BackupCode');
	return ok({
		factor: { id: ids.id(), type: 'BackupCode', digests, replaces },
		answer: { type: 'BackupCode', codes }
	});
}
