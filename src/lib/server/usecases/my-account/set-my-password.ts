// POST /api/my-account/password: the first password, or another one. Everything else that was signed in, is not any more.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { firstProofKeys } from '../attempts.ts';
import { examinePassword } from '../examine-password.ts';
import type { AccountCaller, Services } from '../ports.ts';
import { changeOwn } from './change-own.ts';

export async function setMyPassword(
	services: Services,
	caller: AccountCaller,
	password: string
): Promise<Result<undefined>> {
	const { passwords } = services;
	const { holder, applicationId, sessionUid, grantId } = caller;
	const { user, digest } = holder;
	const examined = await examinePassword(services, password, user, applicationId);
	if (!examined.ok) return examined;
	const { issues, digest: next } = examined.value;
	if (!next) return refuse('password.rejected', { issues });
	const compared = digest ? await passwords.verify(digest, password) : ok({ matches: false });
	if (!compared.ok) return compared;
	if (compared.value.matches) return refuse('user.same_password');

	return changeOwn(services, caller, {
		key: 'Account.Password.Update',
		isProven: true,
		tells: user.password ? 'password-replaced' : 'password-added',
		set: { password: next },
		async also(scope) {
			await scope.accounts.endOthers(user.id, { sessionUid, grantIds: [grantId] });
			await scope.lockouts.forgive(firstProofKeys(services, { userId: user.id }));
		}
	});
}
