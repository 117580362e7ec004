// POST /api/my-account/password: the first password, or another one. Everything else that was signed in, is not any more.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { firstProofKeys } from '../attempts.ts';
import { examinePassword } from '../examine-password.ts';
import { announce } from '../hooks/announce.ts';
import type { AccountCaller, Services } from '../ports.ts';
import { tellOwner } from '../tell-owner.ts';
import { recordOwn } from './record-own.ts';

export async function setMyPassword(
	services: Services,
	caller: AccountCaller,
	password: string
): Promise<Result<undefined>> {
	const { store, clock, passwords } = services;
	const { holder, applicationId, sessionUid, grantId } = caller;
	const { user, digest } = holder;
	const examined = await examinePassword(services, password, user, applicationId);
	if (!examined.ok) return examined;
	const { issues, digest: next } = examined.value;
	if (!next) return refuse('password.rejected', { issues });
	const compared = digest ? await passwords.verify(digest, password) : ok({ matches: false });
	if (!compared.ok) return compared;
	if (compared.value.matches) return refuse('user.same_password');

	const set = await store.transaction<Result<undefined>>(async (scope) => {
		const keep = { sessionUid, grantIds: [grantId] };
		const when = { lastChangedAt: user.password?.updatedAt, at: clock.now(), keep };
		// Another change was faster: whether this one still has a proof, whoever asks again is told.
		if (!(await scope.users.resetPassword(user.id, next, when))) return refuse('session.busy');
		await scope.lockouts.forgive(firstProofKeys(services, { userId: user.id }));
		await recordOwn({ clock, audit: scope.audit }, caller, 'Account.Password.Update');
		return ok();
	});
	if (!set.ok) return set;
	const what = user.password ? 'password-replaced' : 'password-added';
	await tellOwner(services, caller, { userId: user.id, what }, applicationId, user);
	await announce(services, caller, { event: 'User.Data.Updated', userId: user.id });
	return set;
}
