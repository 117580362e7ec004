// POST …/profile/mfa/trusted-device: no second factor in this browser for a while, once this sign-in has ended.
import { ok, type Result } from '../../../contract/result.ts';
import type { Caller, Services } from '../ports.ts';
import { recallWithFactors } from '../recall.ts';
import { factorStep } from './factor-step.ts';

export async function trustDevice(services: Services, caller: Caller): Promise<Result<undefined>> {
	const open = await recallWithFactors(services, caller);
	if (!open.ok) return open;
	const stepped = await factorStep(services, caller, open.value, async () => ok({ type: 'device-trusted' }));
	return stepped.ok ? ok() : stepped;
}
