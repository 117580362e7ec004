// An account as the API shows it, and what to call it.
import type { UserAnswer } from '../contract/users.ts';

export type Account = UserAnswer;

type Named = Pick<Account, 'name' | 'username' | 'primaryEmail' | 'primaryPhone' | 'id'>;

export function nameOf({ name, username, primaryEmail, primaryPhone, id }: Named): string {
	return name ?? username ?? primaryEmail ?? (primaryPhone ? `+${primaryPhone}` : id);
}
