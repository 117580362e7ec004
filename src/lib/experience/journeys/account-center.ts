// What people may do on the account page, asked of the API: nobody has to be signed in for that.
import { accountCenterAnswer, type AccountCenterAnswer } from '../../contract/account/center.ts';
import type { Fetch } from '../client.ts';

/** Undefined where there is no account page, or nobody can say. */
export async function openAccountCenter(fetch: Fetch): Promise<AccountCenterAnswer | undefined> {
	const answer = await fetch('/api/.well-known/account-center', { credentials: 'omit' });
	const center = answer.ok ? accountCenterAnswer.safeParse(await answer.json()).data : undefined;
	return center?.enabled ? center : undefined;
}
