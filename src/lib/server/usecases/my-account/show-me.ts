// An account as its owner sees it: what the token's scopes and the settings open of it.
import type { MyAccount } from '../../../contract/account/profile.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { AccountField } from '../../../contract/settings/account-center.ts';
import { proofMethods } from '../../core/account/reauthentication.ts';
import { showUser } from '../accounts/show.ts';
import type { AccountCaller, Services, Settings, User } from '../ports.ts';

export async function readMe(
	{ settings, clock }: Pick<Services, 'settings' | 'clock'>,
	caller: AccountCaller
): Promise<Result<MyAccount>> {
	return ok(showMe(caller, await settings(), clock.now()));
}

export function showMe(
	{ holder, scopes }: AccountCaller,
	settings: Settings,
	at: number,
	user: User = holder.user
): MyAccount {
	const { agreedTerms: _terms, ...all } = showUser(user);
	const { id, primaryEmail, primaryPhone, customData, identities, name, avatar, username, ...rest } = all;
	const { profile, hasPassword, ...moments } = rest;
	const { fields } = settings.accountCenter;
	const opens = <Part>(scope: string, field: AccountField, part: Part): Partial<Part> =>
		scopes.includes(scope) && fields[field] !== 'Off' ? part : {};
	return {
		id,
		...(scopes.includes('profile') && moments),
		...opens('profile', 'name', { name }),
		...opens('profile', 'avatar', { avatar }),
		...opens('profile', 'username', { username }),
		...opens('profile', 'profile', { profile: showProfile(scopes, profile) }),
		...opens('profile', 'password', { hasPassword }),
		...opens('email', 'email', { primaryEmail }),
		...opens('phone', 'phone', { primaryPhone }),
		...opens('custom_data', 'customData', { customData }),
		...opens('identities', 'social', { identities }),
		hasSecurityVerificationMethod: proofMethods({ ...holder, user }, settings, at).length > 0,
		unproven: (user.unproven ?? []).filter((type) => scopes.includes(type) && fields[type] !== 'Off')
	};
}

export function showProfile(scopes: string[], { address, ...rest }: Record<string, unknown>): Record<string, unknown> {
	return address !== undefined && scopes.includes('address') ? { ...rest, address } : rest;
}
