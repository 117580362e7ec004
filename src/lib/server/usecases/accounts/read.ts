// Looks at accounts: a page of them, or one.
import { toLimits, type Page, type PageQuery } from '../../../contract/page.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { UserAnswer } from '../../../contract/users.ts';
import type { Services } from '../ports.ts';
import { unknownUser } from '../unknown-user.ts';
import { showUser } from './show.ts';

type Needs = Pick<Services, 'store'>;

export async function listAccounts(
	{ store }: Needs,
	query: PageQuery & { search?: string }
): Promise<Result<Page<UserAnswer>>> {
	// Logto's clients write `%text%`; a part of any identifier or name is found in any case.
	const search = query.search?.replace(/^%|%$/g, '');
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
