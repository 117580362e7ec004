// POST …/verification/new-password-identity: a username and a password for a new account.
import { ok, type Result } from '../../contract/result.ts';
import type { Problem } from '../../contract/problems.ts';
import { parseUsername } from '../../contract/username.ts';
import { ownerOf } from '../core/rules/password/owner.ts';
import { whyNoNewIdentity } from '../core/rules/passwords.ts';
import { examinePassword } from './examine-password.ts';
import type { Caller, Services } from './ports.ts';
import { recall } from './recall.ts';
import { turnAway } from './record-refusal.ts';
import { step } from './step.ts';

export async function offerNewIdentity(
	services: Services,
	caller: Caller,
	body: { identifier: { value: string }; password: string }
): Promise<Result<{ verificationId: string }>> {
	const settings = await services.settings();
	const open = await recall(services, caller);
	if (!open.ok) return open;
	const refused = (problem: Problem) =>
		turnAway(services, caller, open.value, 'Verification.NewPasswordIdentity.Submit', problem);
	// Nothing is hashed for somebody who registers nothing.
	const closed = whyNoNewIdentity(open.value, settings);
	if (closed) return refused({ code: closed });
	const username = parseUsername(body.identifier.value, settings.usernamePolicy);
	if (!username.ok) return refused(username.problem);
	const owner = ownerOf(open.value, { username: username.value });
	const password = await examinePassword(services, body.password, owner, open.value.clientId);
	if (!password.ok) return password;

	const identifier = { type: 'username', value: username.value } as const;
	const recordId = services.ids.id();
	const stepped = await step(services, caller, async (_before, scope) => {
		const isTaken = (await scope.users.findHolderId(identifier)) !== undefined;
		const at = services.clock.now();
		return ok({ type: 'new-identity-offered', recordId, identifier, isTaken, password: password.value, at });
	});
	return stepped.ok ? ok({ verificationId: recordId }) : stepped;
}
