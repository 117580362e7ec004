// Looks for accounts by a part of what they are called.
import { sql } from 'kysely';
import type { UserStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';
import { selectUsers, toUser } from './user-rows.ts';

export function createUserSearch(db: Executor): Pick<UserStore, 'count' | 'list'> {
	return {
		async count(search) {
			const { total } = await selectUsers(db)
				.clearSelect()
				.$if(Boolean(search), (query) => query.where(matching(search ?? '')))
				.select((row) => row.fn.countAll<number | string>().as('total'))
				.executeTakeFirstOrThrow();
			return Number(total);
		},

		async list({ search, limit, offset }) {
			const rows = await selectUsers(db)
				.$if(Boolean(search), (query) => query.where(matching(search ?? '')))
				.orderBy('user.created_at', 'desc')
				.orderBy('user.id', 'desc')
				.limit(limit)
				.offset(offset)
				.execute();
			return rows.map(toUser);
		}
	};
}

const searched = ['username.value', 'email.value', 'phone.value', 'user.name'];

function matching(search: string) {
	return sql<boolean>`(${sql.join(
		searched.map((column) => contains(column, search)),
		sql` or `
	)})`;
}

/** Wildcards of LIKE become ordinary characters. */
function contains(column: string, search: string) {
	const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
	return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
}
