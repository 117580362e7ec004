// Looks at accounts: a page of them, or one.
import { toLimits, type Page } from '../../../contract/page.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { UserAnswer, UserQuery } from '../../../contract/users.ts';
import type { Services, UserSearch } from '../ports.ts';
import { unknownUser } from '../unknown-user.ts';
import { showUser } from './show.ts';

type Needs = Pick<Services, 'store'>;

export async function listAccounts({ store }: Needs, query: UserQuery): Promise<Result<Page<UserAnswer>>> {
	const search = searchOf(query);
	const [users, total] = await Promise.all([
		store.users.list({ search, ...toLimits(query) }),
		store.users.count(search)
	]);
	return ok({ items: users.map(showUser), total });
}

export async function readAccount({ store }: Needs, id: string): Promise<Result<UserAnswer>> {
	const user = await store.users.find(id);
	return user ? ok(showUser(user)) : unknownUser(id);
}

export async function hasPassword({ store }: Needs, id: string): Promise<Result<{ hasPassword: boolean }>> {
	const user = await store.users.find(id);
	return user ? ok({ hasPassword: user.password !== undefined }) : unknownUser(id);
}

/** Logto's clients write `%text%`; a part is found in any case. */
function searchOf({ search, joint = 'or', ...query }: UserQuery): string | UserSearch | undefined {
	const bare = (text: string) => text.replace(/^%|%$/g, '');
	const fields = Object.entries(query).flatMap(([name, text]) =>
		name.startsWith('search.') && typeof text === 'string' ? [[name.slice('search.'.length), bare(text)] as const] : []
	);
	if (fields.length > 0) return { fields: Object.fromEntries(fields), joint };
	return search === undefined ? undefined : bare(search);
}
