// Passwords of accounts, at an administrator's word.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { UserAnswer } from '../../../contract/users.ts';
import { examinePassword } from '../examine-password.ts';
import type { MachineCaller, Services } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { tellOwner } from '../tell-owner.ts';
import { unknownUser } from '../unknown-user.ts';
import { showUser } from './show.ts';

/** Ends every session and token of the account, and tells its owner (R7). Whoever sets their own stays where they are. */
export async function setPassword(
	services: Services,
	caller: MachineCaller,
	id: string,
	password: string
): Promise<Result<UserAnswer>> {
	const { store, clock } = services;
	const user = await store.users.find(id);
	if (!user) return unknownUser(id);
	const examined = await examinePassword(services, password, user);
	if (!examined.ok) return examined;
	const { issues, digest } = examined.value;
	if (!digest) return refuse('password.rejected', { issues });
	const written = await store.transaction<Result<UserAnswer>>(async (scope) => {
		const keep = caller.actorId === id ? caller.session : undefined;
		const when = { lastChangedAt: user.password?.updatedAt, at: clock.now(), keep };
		const isSet = await scope.users.resetPassword(id, digest, when);
		// Its owner, or another administrator, was quicker: whoever asks again knows that.
		if (!isSet) return (await scope.users.find(id)) ? refuse('session.busy') : unknownUser(id);
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.Password', { userId: id });
		const changed = await scope.users.find(id);
		return changed ? ok(showUser(changed)) : unknownUser(id);
	});
	if (written.ok) await tellOwner(services, caller, { userId: id, what: 'password-changed' }, caller.applicationId);
	return written;
}

export async function expirePassword(
	{ store, clock, settings }: Pick<Services, 'store' | 'clock' | 'settings'>,
	caller: MachineCaller,
	id: string,
	isExpired: boolean
): Promise<Result<UserAnswer>> {
	const { passwordExpiration } = await settings();
	// A mark that is left from before can be taken back at any time.
	if (isExpired && !passwordExpiration.enabled) return refuse('sign_in_experiences.password_expiration_not_enabled');
	return store.transaction<Result<UserAnswer>>(async (scope) => {
		// Nothing to expire without a password: the account answers as it is.
		const isChanged = await scope.users.setPasswordExpired(id, isExpired);
		const user = await scope.users.find(id);
		if (!user) return unknownUser(id);
		if (isChanged)
			await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.PasswordExpiration', { userId: id });
		return ok(showUser(user));
	});
}

/** Counts no attempts: whoever may ask this may also set the password. */
export async function verifyPassword(
	{ store, passwords }: Pick<Services, 'store' | 'passwords'>,
	id: string,
	password: string
): Promise<Result<undefined>> {
	const found = await store.users.findWithPassword({ id });
	if (!found) return unknownUser(id);
	const checked = found.digest
		? await passwords.verify(found.digest, password)
		: await passwords.verifyNobody(password);
	if (!checked.ok) return checked;
	return checked.value.matches ? ok() : refuse('session.invalid_credentials');
}
