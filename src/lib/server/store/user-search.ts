// Looks for accounts by a part of what they are called.
import { sql, type RawBuilder } from 'kysely';
import type { UserSearch, UserStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';
import { selectUsers, toUser } from './user-rows.ts';

export function createUserSearch(db: Executor): Pick<UserStore, 'count' | 'list'> {
	return {
		async count(search) {
			const { total } = await selectUsers(db)
				.clearSelect()
				.$if(Boolean(search), (query) => query.where(condition(search ?? '')))
				.select((row) => row.fn.countAll<number | string>().as('total'))
				.executeTakeFirstOrThrow();
			return Number(total);
		},

		async list({ search, limit, offset }) {
			const rows = await selectUsers(db)
				.$if(Boolean(search), (query) => query.where(condition(search ?? '')))
				.orderBy('user.created_at', 'desc')
				.orderBy('user.id', 'desc')
				.limit(limit)
				.offset(offset)
				.execute();
			return rows.map(toUser);
		}
	};
}

const columnOf = {
	id: 'user.id',
	username: 'username.value',
	name: 'user.name',
	primaryEmail: 'email.value',
	primaryPhone: 'phone.value'
};
const searched = [columnOf.username, columnOf.primaryEmail, columnOf.primaryPhone, columnOf.name];

function condition(search: string | UserSearch) {
	if (typeof search === 'string') {
		const parts = searched.map((column) =>
			contains(column, column === columnOf.primaryPhone ? digits(search) : search)
		);
		return joined([...parts, sql<boolean>`${sql.ref(columnOf.id)} = ${search}`], 'or');
	}
	const fields = Object.entries(search.fields) as [keyof typeof columnOf, string][];
	const parts = fields.map(([field, text]) =>
		contains(columnOf[field], field === 'primaryPhone' ? digits(text) : text)
	);
	return joined(parts, search.joint);
}

/** Numbers are kept as digits alone, and shown and copied as `+86 138 0013 8000`. What is no number stays as it is. */
function digits(search: string): string {
	return /\d/.test(search) && /^\+?[\d\s().-]+$/.test(search) ? search.replace(/\D/g, '') : search;
}

function joined(parts: RawBuilder<boolean>[], joint: 'and' | 'or') {
	return sql<boolean>`(${sql.join(parts, joint === 'and' ? sql` and ` : sql` or `)})`;
}

/** Wildcards of LIKE become ordinary characters. */
function contains(column: string, search: string) {
	const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
	return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
}
