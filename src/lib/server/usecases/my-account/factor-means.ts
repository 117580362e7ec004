// What second factors are set up with, what they are called, and whether sign-in asks for them.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { backupCodeDigest, newBackupCode } from '../factors/backup-code-text.ts';
import { nameOf } from '../factors/name-of.ts';
import { backupCodeAmount } from '../factors/make-backup-codes.ts';
import type { AccountCaller, Services } from '../ports.ts';
import { Rollback } from '../rollback.ts';
import { changeOwn } from './change-own.ts';
import { newRecord } from './records.ts';

/** Nothing is kept of it: whoever binds it brings it back with a code. */
export async function makeTotpSecret(
	services: Services,
	{ holder }: AccountCaller
): Promise<Result<{ secret: string; secretQrCode: string }>> {
	const { branding } = await services.settings();
	const secret = services.totp.generateSecret();
	const issuer = branding.name ?? new URL(services.origin).host;
	const { qrCode } = services.totp.describe(secret, issuer, nameOf(holder.user));
	return ok({ secret, secretQrCode: qrCode });
}

export async function makeMyBackupCodes(
	services: Services,
	caller: AccountCaller
): Promise<Result<{ codes: string[] }>> {
	const codes = Array.from({ length: backupCodeAmount }, () => newBackupCode(services.ids));
	const digests = codes.map((code) => backupCodeDigest(services.hasher, caller.holder.user.id, code));
	await services.store.accounts.insert(
		newRecord(services, caller, { purpose: 'new-backup-codes', type: 'BackupCode', digests })
	);
	return ok({ codes });
}

/** In place of a code, which nobody can read back. */
const stars = '****-****-****-****';

export async function listMyBackupCodes(
	{ store }: Pick<Services, 'store'>,
	{ holder }: AccountCaller
): Promise<Result<{ codes: { code: string; usedAt?: string }[] }>> {
	const codes = await store.factors.listBackupCodes(holder.user.id);
	if (codes.length === 0) return refuse('entity.not_found');
	const shown = codes.map(({ usedAt }) =>
		usedAt ? { code: stars, usedAt: new Date(usedAt).toISOString() } : { code: stars }
	);
	return ok({ codes: shown });
}

export function nameMyPasskey(
	services: Services,
	caller: AccountCaller,
	{ id, name }: { id: string; name: string }
): Promise<Result<undefined>> {
	return changeOwn(services, caller, {
		key: 'Account.Mfa.WebAuthn.Update',
		isProven: false,
		async also(scope) {
			if (await scope.factors.namePasskey(caller.holder.user.id, id, name)) return;
			throw new Rollback({ code: 'verification_record.not_found' });
		}
	});
}

export async function readMyFactorSettings(caller: AccountCaller): Promise<Result<{ skipMfaOnSignIn: boolean }>> {
	return ok({ skipMfaOnSignIn: isSkipping(caller) });
}

export async function changeMyFactorSettings(
	services: Services,
	caller: AccountCaller,
	{ skipMfaOnSignIn }: { skipMfaOnSignIn: boolean }
): Promise<Result<{ skipMfaOnSignIn: boolean }>> {
	const { user } = caller.holder;
	const isOff = skipMfaOnSignIn && !isSkipping(caller);
	const changed = await changeOwn(services, caller, {
		key: 'Account.Mfa.Settings.Update',
		isProven: true,
		tells: isOff ? 'factor-removed' : undefined,
		also: (scope) => scope.factors.choose(user.id, { ...user.factorChoices, enabled: !skipMfaOnSignIn })
	});
	return changed.ok ? ok({ skipMfaOnSignIn }) : changed;
}

export function isSkipping({ holder }: Pick<AccountCaller, 'holder'>): boolean {
	return holder.user.factorChoices?.enabled === false;
}
