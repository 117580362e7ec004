// Accounts. Who holds a phone number, an email address or a username is decided by one unique index.
import type { User, UserIdentifier, UserStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';
import { takeTurn } from './take-turn.ts';
import { takeIdentifier, updateUser } from './user-changes.ts';
import { insertUser } from './user-inserts.ts';
import { createUserPasswords } from './user-passwords.ts';
import { selectUsers, toDigest, toUser } from './user-rows.ts';
import { createUserSearch } from './user-search.ts';
import { endSessions } from './user-sessions.ts';
import { stampSignIn } from './user-sign-ins.ts';

const findById = prepared((db, later: Later<{ id: string }>) => selectUsers(db).where('user.id', '=', later('id')));

const findHolder = prepared((db, later: Later<UserIdentifier>) =>
	selectHolder(db, { type: later('type'), value: later('value') })
);

export function createUserStore(db: Executor): UserStore {
	async function find(id: string): Promise<User | undefined> {
		const [row] = (await findById(db, { id })).rows;
		return row && toUser(row);
	}

	async function listAdmins(): Promise<User[]> {
		const rows = await selectUsers(db)
			.where('is_admin', '=', 1)
			.orderBy('user.created_at')
			.orderBy('user.id')
			.execute();
		return rows.map(toUser);
	}

	return {
		find,

		async hold(id) {
			await db
				.updateTable('user')
				.set(({ ref }) => ({ updated_at: ref('updated_at') }))
				.where('id', '=', id)
				.execute();
			return find(id);
		},

		async findByIdentifier(identifier) {
			const [row] = (await findHolder(db, identifier)).rows;
			return row && toUser(row);
		},

		async findWithPassword(who) {
			const row = await (
				'id' in who ? selectUsers(db).where('user.id', '=', who.id) : selectHolder(db, who)
			).executeTakeFirst();
			return row && { user: toUser(row), digest: toDigest(row) };
		},

		async findHolderId({ type, value }) {
			const row = await db
				.selectFrom('identifier')
				.select('user_id')
				.where('type', '=', type)
				.where('value', '=', value)
				.executeTakeFirst();
			return row?.user_id;
		},

		insert: (user, digest) => atomically(db, (scope) => insertUser(scope, user, digest)),

		...createUserPasswords(db),

		signedIn: (id, sign) => atomically(db, (scope) => stampSignIn(scope, id, sign)),

		async metApplication(id, applicationId) {
			await db
				.updateTable('user')
				.set({ application_id: applicationId })
				.where('id', '=', id)
				.where('application_id', 'is', null)
				.execute();
		},

		update: (id, changes, at) => atomically(db, (scope) => updateUser(scope, id, changes, at)),

		async dropIdentifier(id, type) {
			await db.deleteFrom('identifier').where('user_id', '=', id).where('type', '=', type).execute();
		},

		takeIdentifier: (id, identifier) => atomically(db, (scope) => takeIdentifier(scope, id, identifier)),

		async prove(id, identifiers) {
			await db
				.updateTable('identifier')
				.set({ is_unproven: 0 })
				.where('user_id', '=', id)
				.where((row) => row.or(identifiers.map((identifier) => row.and(identifier))))
				.execute();
		},

		...createUserSearch(db),

		async setSuspended(id, isSuspended, at) {
			return atomically(db, async (scope) => {
				const { numUpdatedRows } = await scope
					.updateTable('user')
					.set({ is_suspended: Number(isSuspended), devices_forgotten_at: at, updated_at: at })
					.where('id', '=', id)
					.executeTakeFirstOrThrow();
				if (isSuspended) await endSessions(scope, id);
				return numUpdatedRows === 1n;
			});
		},

		async setAdmin(id, isAdmin, at) {
			const { numUpdatedRows } = await db
				.updateTable('user')
				.set({ is_admin: Number(isAdmin), updated_at: at })
				.where('id', '=', id)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		listAdmins,

		async holdAdmins() {
			await takeTurn(db, 'administrators');
			return listAdmins();
		},

		remove: (id) =>
			atomically(db, async (scope) => {
				await endSessions(scope, id);
				const { numDeletedRows } = await scope.deleteFrom('user').where('id', '=', id).executeTakeFirstOrThrow();
				return numDeletedRows === 1n;
			})
	};
}

function selectHolder(db: Executor, { type, value }: UserIdentifier) {
	return selectUsers(db)
		.innerJoin('identifier as wanted', 'wanted.user_id', 'user.id')
		.where('wanted.type', '=', type)
		.where('wanted.value', '=', value);
}
