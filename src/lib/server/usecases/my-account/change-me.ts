// PATCH /api/my-account and …/profile: what people say of themselves. A username leads in, so it needs a proof of who asks.
import type { MyAccount, MyAccountChanges } from '../../../contract/account/profile.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { hasWayIn } from '../../core/account/ways-in.ts';
import { parseIdentifiers } from '../accounts/identifiers.ts';
import type { AccountCaller, Services, User, UserChanges } from '../ports.ts';
import { Rollback } from '../rollback.ts';
import { whyClosed } from './admit-owner.ts';
import { changeOwn } from './change-own.ts';
import { whyNotProven } from './prove.ts';
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
	const { username: name, ...set } = changes;
	const changed = await changeOwn(services, caller, {
		key: 'Account.Profile.Update',
		isProven: name !== undefined,
		tells: after.username === holder.user.username ? undefined : 'username-changed',
		set,
		async also(scope) {
			if (name === null) await scope.users.dropIdentifier(after.id, 'username');
			if (!name || (await scope.users.takeIdentifier(after.id, { type: 'username', value: name }))) return;
			throw new Rollback({ code: 'user.username_already_in_use' });
		}
	});
	return changed.ok ? ok(showMe(caller, settings, after.updatedAt, after)) : changed;
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
	const changed = await changeOwn(services, caller, {
		key: 'Account.Profile.Update',
		isProven: false,
		set: { profile }
	});
	return changed.ok ? ok(showProfile(caller.scopes, profile)) : changed;
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
