// POST …/identification: whose proof this is. Answers whether it led to a new account.
import { ok, type Result } from '../../contract/result.ts';
import type { Caller, Services } from './ports.ts';
import { step } from './step.ts';

export async function identify(
	services: Services,
	caller: Caller,
	verificationId: string | undefined
): Promise<Result<{ created: boolean }>> {
	const newUserId = services.ids.userId();
	const stepped = await step(services, caller, async (before, scope) => {
		const record = before.verifications.find(({ id }) => id === verificationId);
		const user = record && (await scope.users.findByIdentifier(record.identifier));
		return ok({ type: 'identified', verificationId, user, newUserId, at: services.clock.now() });
	});
	return stepped.ok ? ok({ created: stepped.value.state.event === 'Register' }) : stepped;
}
