// POST …/backup-code/generate: ten codes, shown once; what is kept of them is a keyed hash.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
import { backupCodeDigest, newBackupCode } from './backup-code-text.ts';
import { factorStep } from './factor-step.ts';

export const backupCodeAmount = 10;

export async function makeBackupCodes(
	services: Services,
	caller: Caller
): Promise<Result<{ verificationId: string; codes: string[] }>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const { interaction } = open.value;
	const userId = interaction.userId ?? interaction.newUserId;
	if (!userId) return refuse('session.identifier_not_found');
	const codes = Array.from({ length: backupCodeAmount }, () => newBackupCode(services.ids));
	const digests = codes.map((code) => backupCodeDigest(services.hasher, userId, code));
	const recordId = services.ids.id();
	const stepped = await factorStep(services, caller, open.value, async () =>
		ok({ type: 'backup-codes-made', recordId, digests })
	);
	return stepped.ok ? ok({ verificationId: recordId, codes }) : stepped;
}
