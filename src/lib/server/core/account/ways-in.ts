// Whether an account leads back in by anything that it would have left.
import type { Settings } from '../../../contract/settings.ts';
import { maySignInByCode, maySignInWithPasskey, maySignInWithPassword } from '../rules/policy.ts';
import type { AccountOwner } from './reauthentication.ts';

export function hasWayIn({ user, factors }: AccountOwner, settings: Settings): boolean {
	const held = [
		{ type: 'username', value: user.username },
		{ type: 'email', value: user.primaryEmail },
		{ type: 'phone', value: user.primaryPhone }
	] as const;
	const identifiers = held.flatMap(({ type, value }) => (value === undefined ? [] : [type]));
	if (identifiers.length === 0) return false;
	if (maySignInWithPasskey(settings) && factors.some(({ type }) => type === 'WebAuthn')) return true;
	return identifiers.some(
		(type) =>
			(user.password !== undefined && maySignInWithPassword(type, settings)) ||
			(type !== 'username' && maySignInByCode(type, settings))
	);
}
