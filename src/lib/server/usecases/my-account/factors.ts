// /api/my-account/mfa-verifications: what second factors and passkeys there are, and what becomes of them.
import type { BindMyFactorBody, MyFactors } from '../../../contract/account/factors.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { AccountField } from '../../../contract/settings/account-center.ts';
import type { Factor, NewFactor } from '../../core/factor.ts';
import { hasWayIn } from '../../core/account/ways-in.ts';
import { backupCodeDigest } from '../factors/backup-code-text.ts';
import { totpPlace } from '../factors/totp-place.ts';
import type { AccountCaller, Services, StoreScope } from '../ports.ts';
import { Rollback } from '../rollback.ts';
import { whyClosed } from './admit-owner.ts';
import { changeOwn } from './change-own.ts';

/** Passkeys have a switch of their own. */
const fieldOf = (type: Factor['type']): AccountField => (type === 'WebAuthn' ? 'passkey' : 'mfa');

export async function listMyFactors(
	{ settings }: Pick<Services, 'settings'>,
	{ holder }: AccountCaller
): Promise<Result<MyFactors>> {
	const seen = await settings();
	return ok(holder.factors.filter(({ type }) => !whyClosed(fieldOf(type), {}, seen)).map(showFactor));
}

export function showFactor({ id, type, name, remaining, createdAt, lastUsedAt }: Factor): MyFactors[number] {
	return {
		id,
		type,
		createdAt: new Date(createdAt).toISOString(),
		...(lastUsedAt !== undefined && { lastUsedAt: new Date(lastUsedAt).toISOString() }),
		...(name !== undefined && { name }),
		...(remaining !== undefined && { remainCodes: remaining })
	};
}

export async function bindMyFactor(
	services: Services,
	caller: AccountCaller,
	body: BindMyFactorBody
): Promise<Result<undefined>> {
	const settings = await services.settings();
	const closed = whyClosed(fieldOf(body.type), { changes: true }, settings);
	if (closed) return closed;
	if (!settings.mfa.factors.includes(body.type)) return refuse('session.mfa.mfa_factor_not_enabled');
	switch (body.type) {
		case 'Totp':
			return bindTotp(services, caller, body);
		case 'WebAuthn':
			return bindPasskey(services, caller, body);
		case 'BackupCode':
			return bindBackupCodes(services, caller, body.codes);
	}
}

/** Another app, in place of the one there is. */
export async function replaceMyTotp(
	services: Services,
	caller: AccountCaller,
	body: { secret: string; code: string }
): Promise<Result<undefined>> {
	const { mfa } = await services.settings();
	if (!mfa.factors.includes('Totp')) return refuse('session.mfa.mfa_factor_not_enabled');
	return bindTotp(services, caller, body, { replaces: true });
}

async function bindTotp(
	services: Services,
	caller: AccountCaller,
	{ secret, code }: { secret: string; code: string },
	{ replaces = false }: { replaces?: boolean } = {}
): Promise<Result<undefined>> {
	const { holder } = caller;
	if (!replaces && holder.totp) return refuse('user.totp_already_in_use');
	const lastStep = await services.totp.findStep(secret, code).catch(() => 'bad key' as const);
	if (lastStep === 'bad key') return refuse('user.totp_secret_invalid');
	if (lastStep === undefined) return refuse('session.mfa.invalid_totp_code');
	const sealedSecret = await services.store.vault.seal(totpPlace(holder.user.id), secret);
	const factor: NewFactor = { id: services.ids.id(), type: 'Totp', sealedSecret, lastStep };
	return changeFactors(services, caller, 'Totp', 'Bind', async (scope) => {
		if (holder.totp) await scope.factors.remove(holder.user.id, holder.totp.id);
		await keep(scope, caller, services.clock.now(), factor);
	});
}

async function bindPasskey(
	services: Services,
	caller: AccountCaller,
	{ newIdentifierVerificationRecordId: id, name }: { newIdentifierVerificationRecordId: string; name?: string }
): Promise<Result<undefined>> {
	const userId = caller.holder.user.id;
	const at = services.clock.now();
	const factorId = services.ids.id();
	return changeFactors(services, caller, 'WebAuthn', 'Bind', async (scope) => {
		const record = await scope.accounts.take({ id, userId, purpose: 'new-passkey', at });
		if (!record?.credential) throw new Rollback({ code: 'verification_record.not_found' });
		await keep(scope, caller, at, { id: factorId, type: 'WebAuthn', name, ...record.credential });
	});
}

/** Those that were generated last, so that nobody chooses weak ones. They stand in for another factor. */
async function bindBackupCodes(services: Services, caller: AccountCaller, codes: string[]): Promise<Result<undefined>> {
	const { user, factors } = caller.holder;
	if (factors.every(({ type }) => type === 'BackupCode')) return refuse('session.mfa.backup_code_can_not_be_alone');
	const digests = codes.map((code) => backupCodeDigest(services.hasher, user.id, code));
	const replaces = factors.some(({ type }) => type === 'BackupCode');
	const at = services.clock.now();
	const factor: NewFactor = { id: services.ids.id(), type: 'BackupCode', digests, replaces };
	return changeFactors(services, caller, 'BackupCode', 'Bind', async (scope) => {
		const isOurs = await scope.accounts.takeBackupCodes(user.id, digests, at);
		if (!isOurs) throw new Rollback({ code: 'user.wrong_backup_code_format' });
		const kept = await scope.factors.keep(user.id, [factor], at);
		if (!kept.ok) throw new Rollback({ code: 'session.busy' });
	});
}

/** The proof of this request counts as given by the new factor: it was shown just now, and weaker ones end with it. */
async function keep(
	scope: StoreScope,
	{ holder, verification }: AccountCaller,
	at: number,
	factor: Extract<NewFactor, { type: 'Totp' | 'WebAuthn' }>
): Promise<void> {
	const kept = await scope.factors.keep(holder.user.id, [factor], at);
	const { type, id } = factor;
	if (!kept.ok) {
		throw new Rollback({
			code: type === 'Totp' ? 'user.totp_already_in_use' : 'session.mfa.webauthn_verification_failed'
		});
	}
	if (verification) await scope.accounts.raise(verification.id, { type, factorId: id });
}

/** What is left must lead back in where the passkey was the way. */
export async function removeMyFactor(
	services: Services,
	caller: AccountCaller,
	id: string
): Promise<Result<undefined>> {
	const settings = await services.settings();
	const { user, factors } = caller.holder;
	const factor = factors.find((one) => one.id === id);
	if (!factor) return refuse('verification_record.not_found');
	const closed = whyClosed(fieldOf(factor.type), { changes: true }, settings);
	if (closed) return closed;
	const left = factors.filter((one) => one.id !== id);
	const wasIn = hasWayIn({ user, factors }, settings);
	if (wasIn && !hasWayIn({ user, factors: left }, settings)) return refuse('user.last_sign_in_method_required');
	return changeFactors(services, caller, factor.type, 'Delete', async (scope) => {
		// What stood in for it goes with the last one, or it would come back with another.
		const isLast = left.every(({ type }) => type === 'BackupCode');
		const isRemoved = isLast ? (await scope.factors.removeAll(user.id)) > 0 : await scope.factors.remove(user.id, id);
		if (!isRemoved) throw new Rollback({ code: 'verification_record.not_found' });
	});
}

function changeFactors(
	services: Services,
	caller: AccountCaller,
	type: Factor['type'],
	what: 'Bind' | 'Delete',
	also: (scope: StoreScope) => Promise<void>
): Promise<Result<undefined>> {
	const tells = what === 'Bind' ? 'factor-added' : 'factor-removed';
	return changeOwn(services, caller, { key: `Account.Mfa.${type}.${what}`, isProven: true, tells, also });
}
