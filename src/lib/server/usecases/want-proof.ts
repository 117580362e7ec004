// Asks for a proof of work: what to do it on is kept in the interaction, and told with the refusal.
import { ok, type Result } from '../../contract/result.ts';
import type { CodeIdentifier } from '../../contract/schemas.ts';
import type { Caller, Services } from './ports.ts';
import { step } from './step.ts';

/** Never ok: the answer is `session.captcha_required`, unless the interaction is gone. */
export async function wantProof(
	services: Services,
	caller: Caller,
	wanted: { identifier?: CodeIdentifier; masked?: boolean; isHard: boolean; at: number }
): Promise<Result<never>> {
	const id = services.ids.id();
	const stepped = await step(services, caller, async () => ok({ type: 'proof-wanted', id, ...wanted }));
	return stepped.ok ? { ok: false, problem: { code: 'session.captcha_required' } } : stepped;
}
