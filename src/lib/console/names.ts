// What people are called whom the API names by their id: whoever published, whoever changed.
import { nameOf, type Account } from './accounts.ts';
import type { Manage } from './api.ts';

export type Names = Record<string, string>;

/** Whoever is gone has none. */
export async function readNames(api: Manage, ids: (string | null | undefined)[]): Promise<Names> {
	const known = [...new Set(ids)].filter((id) => typeof id === 'string');
	const accounts = await Promise.all(known.map((id) => api.find<Account>(`users/${encodeURIComponent(id)}`)));
	const named = accounts.filter((account) => account !== undefined);
	return Object.fromEntries(named.map((account) => [account.id, nameOf(account)]));
}
