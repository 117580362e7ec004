// POST /api/verifications/totp and …/backup-code (ours): a code of the app, or one of those for when it is lost.
import type { ProblemCode } from '../../../contract/problems.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { withAttempt } from '../attempts.ts';
import { backupCodeDigest } from '../factors/backup-code-text.ts';
import { totpPlace } from '../factors/totp-place.ts';
import type { AccountCaller, Services, StoreScope } from '../ports.ts';
import { newRecord, tell, whyNotBy, type RecordTold } from './records.ts';
import { attempted, recordOwn } from './record-own.ts';

/** Uses the code up by one conditional write, and answers which factor it was of. */
type Take = (scope: StoreScope) => Promise<string | undefined>;

export async function proveByTotp(
	services: Services,
	caller: AccountCaller,
	code: string
): Promise<Result<RecordTold>> {
	const { store, totp, clock } = services;
	const { user, totp: app } = caller.holder;
	const closed = whyNotBy(services, 'Totp', caller, await services.settings());
	if (closed || !app) return closed ?? refuse('session.mfa.mfa_factor_not_enabled');
	const secret = await store.vault.open(totpPlace(user.id), app.sealedSecret);
	return prove(services, caller, { type: 'Totp', problem: 'session.mfa.invalid_totp_code' }, async () => {
		const step = await totp.findStep(secret, code);
		return async (scope) =>
			step !== undefined && (await scope.factors.takeTotpStep(app.id, step, clock.now())) ? app.id : undefined;
	});
}

export async function proveByBackupCode(
	services: Services,
	caller: AccountCaller,
	code: string
): Promise<Result<RecordTold>> {
	const { hasher, clock } = services;
	const { user } = caller.holder;
	const closed = whyNotBy(services, 'BackupCode', caller, await services.settings());
	if (closed) return closed;
	const digest = backupCodeDigest(hasher, user.id, code);
	return prove(
		services,
		caller,
		{ type: 'BackupCode', problem: 'session.mfa.invalid_backup_code' },
		async () => (scope) => scope.factors.consumeBackupCode(user.id, digest, clock.now())
	);
}

async function prove(
	services: Services,
	caller: AccountCaller,
	{ type, problem }: { type: 'Totp' | 'BackupCode'; problem: ProblemCode },
	examine: () => Promise<Take>
): Promise<Result<RecordTold>> {
	const { store, clock } = services;
	const key = `Account.Verification.${type}.Submit` as const;
	const guess = { proof: 'factor', target: { userId: caller.holder.user.id } } as const;
	return withAttempt(services, caller, attempted(caller, key), guess, async (succeed) => {
		const take = await examine();
		const record = await store.transaction(async (scope) => {
			const factorId = await take(scope);
			await recordOwn({ clock, audit: scope.audit }, caller, key, factorId ? undefined : problem);
			if (!factorId) return undefined;
			await succeed(scope);
			const purpose = 'reauthentication' as const;
			const made = newRecord(services, caller, { purpose, type, factorId, verifiedAt: clock.now() });
			await scope.accounts.insert(made);
			return made;
		});
		if (!record) return { verdict: 'wrong', answer: refuse(problem) };
		return { verdict: 'right', answer: ok(tell(record)) };
	});
}
