// PUT /api/experience/shared-computer: whether the browser is to keep nothing of this sign-in.
import { ok, type Result } from '../../contract/result.ts';
import type { Caller, Services } from './ports.ts';
import { step } from './step.ts';

export async function shareComputer(services: Services, caller: Caller, isShared: boolean): Promise<Result<undefined>> {
	const done = await step(services, caller, async () => ok({ type: 'computer-shared', isShared }));
	return done.ok ? ok() : done;
}
