// How an account is called where its owner sees it among others: in an authenticator app, in the list of passkeys.
import type { User } from '../ports.ts';

export function nameOf({
	id,
	username,
	primaryEmail,
	primaryPhone
}: Pick<User, 'id' | 'username' | 'primaryEmail' | 'primaryPhone'>): string {
	return primaryEmail ?? username ?? (primaryPhone ? `+${primaryPhone}` : id);
}
