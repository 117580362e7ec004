// POST …/profile/mfa and its siblings: what was set up is staged for submit; the owner says whether to have any.
import { ok, type Result } from '../../../contract/result.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
import { factorStep } from './factor-step.ts';

export async function bindFactor(
	services: Services,
	caller: Caller,
	{ type: factor, verificationId }: { type: 'Totp' | 'WebAuthn' | 'BackupCode'; verificationId: string }
): Promise<Result<undefined>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const stepped = await factorStep(services, caller, open.value, async () =>
		ok({ type: 'factor-bound', factor, verificationId })
	);
	return stepped.ok ? ok() : stepped;
}

export async function chooseFactors(
	services: Services,
	caller: Caller,
	choice: 'enabled' | 'skipped'
): Promise<Result<undefined>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const stepped = await factorStep(services, caller, open.value, async () => ok({ type: 'factors-chosen', choice }));
	return stepped.ok ? ok() : stepped;
}
