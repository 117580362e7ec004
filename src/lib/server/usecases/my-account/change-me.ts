// PATCH /api/my-account and …/profile: what people say of themselves. A username leads in, so it needs a proof of who asks.
import type { MyAccount, MyAccountChanges } from '../../../contract/account/profile.ts';
import type { ProblemCode } from '../../../contract/problems.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { hasWayIn } from '../../core/account/ways-in.ts';
import { parseIdentifiers } from '../accounts/identifiers.ts';
import { announce } from '../hooks/announce.ts';
import type { AccountCaller, Services, User, UserChanges } from '../ports.ts';
import { Rollback } from '../rollback.ts';
import { tellOwner } from '../tell-owner.ts';
import { undoing } from '../undoing.ts';
import { whyClosed } from './admit-owner.ts';
import { whyNotProven } from './prove.ts';
import { recordOwn } from './record-own.ts';
import { showMe, showProfile } from './show-me.ts';

export async function changeMe(
	services: Services,
	caller: AccountCaller,
	wanted: MyAccountChanges
): Promise<Result<MyAccount>> {
	const settings = await services.settings();
	const { holder } = caller;
	for (const field of ['name', 'avatar', 'username', 'customData'] as const) {
		const closed = wanted[field] === undefined ? undefined : whyClosed(field, { changes: true }, settings);
		if (closed) return closed;
	}
	if (wanted.customData && !caller.scopes.includes('custom_data')) return refuse('auth.forbidden');
	const unproven = wanted.username === undefined ? undefined : whyNotProven(services.clock, caller, settings);
	if (unproven) return unproven;
	const username = parseIdentifiers({ username: wanted.username }, settings);
	if (!username.ok) return username;
	const changes = { ...wanted, username: username.value.username };
	const after = changedUser(holder.user, changes, services.clock.now());
	if (changes.username === null && !hasWayIn({ ...holder, user: after }, settings)) {
		return refuse('user.last_sign_in_method_required');
	}
	const changed = await write(services, caller, changes);
	if (!changed.ok) return changed;
	if (after.username !== holder.user.username) {
		await tellOwner(
			services,
			caller,
			{ userId: after.id, what: 'username-changed' },
			caller.applicationId,
			holder.user
		);
	}
	return ok(showMe(caller, settings, after));
}

/** Replaced whole, as in Logto; an address that this token may not see stays. */
export async function replaceProfile(
	services: Services,
	caller: AccountCaller,
	wanted: Record<string, unknown>
): Promise<Result<Record<string, unknown>>> {
	const { address } = caller.holder.user.profile;
	const maySee = caller.scopes.includes('address');
	if (wanted.address !== undefined && !maySee) return refuse('auth.forbidden');
	const profile = !maySee && address !== undefined ? { ...wanted, address } : wanted;
	const changed = await write(services, caller, { profile });
	return changed.ok ? ok(showProfile(caller.scopes, profile)) : changed;
}

async function write(services: Services, caller: AccountCaller, changes: UserChanges): Promise<Result<undefined>> {
	const { store, clock } = services;
	const userId = caller.holder.user.id;
	const written = await undoing<undefined>(() =>
		store.transaction(async (scope) => {
			const updated = await scope.users.update(userId, changes, clock.now());
			if (!updated.ok) throw new Rollback({ code: takenCode(updated.taken) });
			await recordOwn({ clock, audit: scope.audit }, caller, 'Account.Profile.Update');
			return ok();
		})
	);
	if (written.ok) await announce(services, caller, { event: 'User.Data.Updated', userId });
	return written;
}

/** Gone meanwhile, it is as if the token were. */
function takenCode(taken: 'username' | 'email' | 'phone' | undefined): ProblemCode {
	return taken ? `user.${taken}_already_in_use` : 'auth.unauthorized';
}

function changedUser(user: User, { username, name, avatar, customData }: UserChanges, updatedAt: number): User {
	return {
		...user,
		...(username !== undefined && { username: username ?? undefined }),
		...(name !== undefined && { name: name ?? undefined }),
		...(avatar !== undefined && { avatar: avatar ?? undefined }),
		...(customData && { customData }),
		updatedAt
	};
}
