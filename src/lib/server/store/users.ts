// Accounts. Who holds a phone number, an email address or a username is decided by one unique index.
import { sql } from 'kysely';
import type { User, UserIdentifier, UserStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import type { Executor } from './schema.ts';
import { selectUsers, toUser } from './user-rows.ts';

export function createUserStore(db: Executor): UserStore {
	return {
		async find(id) {
			const row = await selectUsers(db).where('user.id', '=', id).executeTakeFirst();
			return row && toUser(row);
		},

		async findByIdentifier({ type, value }) {
			const row = await selectUsers(db)
				.innerJoin('identifier as wanted', 'wanted.user_id', 'user.id')
				.where('wanted.type', '=', type)
				.where('wanted.value', '=', value)
				.executeTakeFirst();
			return row && toUser(row);
		},

		insert: (user) => atomically(db, (scope) => insertUser(scope, user)),

		async signedIn(id, at, applicationId) {
			await db
				.updateTable('user')
				.set((row) => ({
					last_sign_in_at: at,
					application_id: row.fn.coalesce('application_id', row.val(applicationId))
				}))
				.where('id', '=', id)
				.execute();
		},

		async metApplication(id, applicationId) {
			await db
				.updateTable('user')
				.set({ application_id: applicationId })
				.where('id', '=', id)
				.where('application_id', 'is', null)
				.execute();
		},

		async list({ search, limit, offset }) {
			const rows = await selectUsers(db)
				.$if(Boolean(search), (query) =>
					query.where((row) => row.or(searched.map((column) => contains(column, search ?? ''))))
				)
				.orderBy('user.created_at', 'desc')
				.orderBy('user.id', 'desc')
				.limit(limit)
				.offset(offset)
				.execute();
			return rows.map(toUser);
		},

		async setSuspended(id, isSuspended, at) {
			const { numUpdatedRows } = await db
				.updateTable('user')
				.set({ is_suspended: Number(isSuspended), updated_at: at })
				.where('id', '=', id)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		remove: (id) =>
			atomically(db, async (scope) => {
				await scope.deleteFrom('oidc_record').where('account_id', '=', id).execute();
				const { numDeletedRows } = await scope.deleteFrom('user').where('id', '=', id).executeTakeFirstOrThrow();
				return numDeletedRows === 1n;
			})
	};
}

/**
 * A conflict is counted, never caught: a failed statement would spoil the whole transaction on PostgreSQL.
 * What was written before the conflict showed is taken back.
 */
async function insertUser(
	scope: Executor,
	user: User
): Promise<{ ok: true } | { ok: false; taken: UserIdentifier['type'] }> {
	await scope
		.insertInto('user')
		.values({
			id: user.id,
			name: user.name,
			avatar: user.avatar,
			profile: JSON.stringify(user.profile),
			custom_data: JSON.stringify(user.customData),
			is_suspended: Number(user.isSuspended),
			application_id: user.applicationId,
			last_sign_in_at: user.lastSignInAt,
			created_at: user.createdAt,
			updated_at: user.updatedAt
		})
		.execute();

	const wanted = identifiersOf(user);
	if (wanted.length === 0) return { ok: true };
	const written = await scope
		.insertInto('identifier')
		.values(wanted.map((identifier) => ({ user_id: user.id, ...identifier })))
		.onConflict((conflict) => conflict.columns(['type', 'value']).doNothing())
		.returning('type')
		.execute();
	const lost = wanted.find(({ type }) => !written.some((row) => row.type === type));
	if (!lost) return { ok: true };

	await scope.deleteFrom('user').where('id', '=', user.id).execute();
	return { ok: false, taken: lost.type };
}

/** Always in the same order, so that two inserts never wait for each other crosswise. */
function identifiersOf(user: User): UserIdentifier[] {
	const held: { type: UserIdentifier['type']; value: string | undefined }[] = [
		{ type: 'username', value: user.username },
		{ type: 'email', value: user.primaryEmail },
		{ type: 'phone', value: user.primaryPhone }
	];
	return held.filter((identifier): identifier is UserIdentifier => identifier.value !== undefined);
}

const searched = ['username.value', 'email.value', 'phone.value', 'user.name'];

/** Wildcards of LIKE become ordinary characters. */
function contains(column: string, search: string) {
	const pattern = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
	return sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`;
}
