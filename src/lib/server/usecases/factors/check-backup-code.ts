// POST …/backup-code/verify: one of the ten, consumed by one conditional write.
import { ok, type Result } from '../../../contract/result.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
import { backupCodeDigest } from './backup-code-text.ts';
import { factorStep } from './factor-step.ts';
import { tryFactor } from './try-factor.ts';

export async function checkBackupCode(
	services: Services,
	caller: Caller,
	code: string
): Promise<Result<{ verificationId: string }>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const recordId = services.ids.id();
	return tryFactor(services, caller, 'BackupCode', async (succeed) => {
		const stepped = await factorStep(services, caller, open.value, async (_before, { user }, scope, admits) => {
			if (!user || !admits('BackupCode')) return ok({ type: 'backup-code-checked', recordId, factorId: undefined });
			const digest = backupCodeDigest(services.hasher, user.id, code);
			const factorId = await scope.factors.consumeBackupCode(user.id, digest, services.clock.now());
			if (factorId) await succeed(scope);
			return ok({ type: 'backup-code-checked', recordId, factorId });
		});
		if (stepped.ok) return { verdict: 'right', answer: ok({ verificationId: recordId }) };
		const isWrong = stepped.problem.code === 'session.mfa.invalid_backup_code';
		return { verdict: isWrong ? 'wrong' : 'unexamined', answer: stepped };
	});
}
