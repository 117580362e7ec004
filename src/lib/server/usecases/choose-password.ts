// PUT …/profile/password: a new password instead of a forgotten one. Submit puts it in force.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import { mayCompare } from '../core/rules/profile.ts';
import { examinePassword } from './examine-password.ts';
import type { Caller, Services } from './ports.ts';
import { recall } from './recall.ts';
import { turnAway } from './record-refusal.ts';
import { step } from './step.ts';

export async function choosePassword(services: Services, caller: Caller, password: string): Promise<Result<undefined>> {
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const { event, userId, clientId } = open.value;
	if (!event) return refuse('session.interaction_not_found');
	// Nothing is hashed for a door that is closed.
	const refused = (code: ProblemCode) => turnAway(services, caller, open.value, 'Profile', { code });
	if (event !== 'ForgotPassword') return refused('session.invalid_interaction_type');
	const found = userId ? await services.store.users.findWithPassword({ id: userId }) : undefined;
	if (!found) return refused('session.identifier_not_found');

	const examined = await examinePassword(services, password, found.user, clientId);
	if (!examined.ok) return examined;
	const isCompared = examined.value.digest !== undefined && mayCompare(open.value);
	const compared =
		isCompared && found.digest ? await services.passwords.verify(found.digest, password) : ok({ matches: false });
	if (!compared.ok) return compared;
	const stepped = await step(services, caller, async (before, scope) => {
		const user = before.userId ? await scope.users.find(before.userId) : undefined;
		const isSame = compared.value.matches;
		return ok({ type: 'password-chosen', password: examined.value, isSame, user, at: services.clock.now() });
	});
	return stepped.ok ? ok() : stepped;
}
