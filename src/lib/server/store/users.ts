// Accounts. Who holds a phone number, an email address or a username is decided by one unique index.
import { sql, type ExpressionBuilder } from 'kysely';
import type { PasswordDigest } from '../../contract/password-digest.ts';
import type { StagedProfile } from '../core/interaction/state.ts';
import type { User, UserIdentifier, UserStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { prepared, type Later } from './prepared.ts';
import type { Database, Executor } from './schema.ts';
import { updateUser } from './user-changes.ts';
import { passwordColumns, selectUsers, toDigest, toUser } from './user-rows.ts';

const findById = prepared((db, later: Later<{ id: string }>) => selectUsers(db).where('user.id', '=', later('id')));

const findHolder = prepared((db, later: Later<UserIdentifier>) =>
	selectHolder(db, { type: later('type'), value: later('value') })
);

export function createUserStore(db: Executor): UserStore {
	return {
		async find(id) {
			const [row] = (await findById(db, { id })).rows;
			return row && toUser(row);
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

		complete: (id, profile, at) => atomically(db, (scope) => completeUser(scope, id, profile, at)),

		resetPassword: (id, digest, { lastChangedAt, at }) =>
			atomically(db, async (scope) => {
				const { numUpdatedRows } = await scope
					.updateTable('user')
					.set({ ...passwordColumns(digest, at), updated_at: at })
					.where('id', '=', id)
					.where(isUnchangedSince(lastChangedAt))
					.executeTakeFirstOrThrow();
				if (numUpdatedRows !== 1n) return false;
				await endSessions(scope, id);
				return true;
			}),

		async rehashPassword(id, before, after) {
			await db
				.updateTable('user')
				.set({ password_digest: after.digest, password_algorithm: after.algorithm })
				.where('id', '=', id)
				.where('password_digest', '=', before.digest)
				.execute();
		},

		async setPasswordExpired(id, isExpired) {
			const { numUpdatedRows } = await db
				.updateTable('user')
				.set({ is_password_expired: Number(isExpired) })
				.where('id', '=', id)
				.where('password_digest', 'is not', null)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async signedIn(id, { applicationId, lastChangedAt, at }) {
			const { numUpdatedRows } = await db
				.updateTable('user')
				.set((row) => ({
					last_sign_in_at: at,
					application_id: row.fn.coalesce('application_id', row.val(applicationId))
				}))
				.where('id', '=', id)
				.where('is_suspended', '=', 0)
				.where(isUnchangedSince(lastChangedAt))
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async metApplication(id, applicationId) {
			await db
				.updateTable('user')
				.set({ application_id: applicationId })
				.where('id', '=', id)
				.where('application_id', 'is', null)
				.execute();
		},

		update: (id, changes, at) => atomically(db, (scope) => updateUser(scope, id, changes, at)),

		async prove(id, identifiers) {
			for (const { type, value } of identifiers) {
				await db
					.updateTable('identifier')
					.set({ is_unproven: 0 })
					.where('user_id', '=', id)
					.where('type', '=', type)
					.where('value', '=', value)
					.execute();
			}
		},

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
		},

		async setSuspended(id, isSuspended, at) {
			return atomically(db, async (scope) => {
				const { numUpdatedRows } = await scope
					.updateTable('user')
					.set({ is_suspended: Number(isSuspended), updated_at: at })
					.where('id', '=', id)
					.executeTakeFirstOrThrow();
				if (isSuspended) await endSessions(scope, id);
				return numUpdatedRows === 1n;
			});
		},

		remove: (id) =>
			atomically(db, async (scope) => {
				await endSessions(scope, id);
				const { numDeletedRows } = await scope.deleteFrom('user').where('id', '=', id).executeTakeFirstOrThrow();
				return numDeletedRows === 1n;
			})
	};
}

/**
 * Ends what an account holds at the provider, sign-ins that were submitted and have not gone on included. Their
 * results are JSON of our own; an account's id is letters and digits.
 */
async function endSessions(scope: Executor, accountId: string): Promise<void> {
	await scope.deleteFrom('oidc_record').where('account_id', '=', accountId).execute();
	await scope
		.updateTable('interaction')
		.set({ result: null })
		.where('result', 'like', `%"accountId":"${accountId}"%`)
		.execute();
}

/** A password that was brought along without a date counts from the account's beginning. */
function isUnchangedSince(lastChangedAt: number | undefined) {
	return ({ eb, fn }: ExpressionBuilder<Database, 'user'>) =>
		lastChangedAt === undefined
			? eb('password_digest', 'is', null)
			: eb(fn.coalesce('password_updated_at', 'created_at'), '=', lastChangedAt);
}

/**
 * A conflict is counted, never caught: a failed statement would spoil the whole transaction on PostgreSQL.
 * What was written before the conflict showed is taken back.
 */
async function insertUser(
	scope: Executor,
	user: User,
	digest: PasswordDigest | undefined
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
			updated_at: user.updatedAt,
			...(digest && passwordColumns(digest, user.password?.updatedAt ?? user.createdAt))
		})
		.execute();

	const taken = await claimIdentifiers(scope, user.id, user, user.unproven);
	if (!taken) return { ok: true };
	await scope.deleteFrom('user').where('id', '=', user.id).execute();
	return { ok: false, taken };
}

/** Adds what is missing. What the account was given meanwhile stays, and is answered as taken: the caller rolls back. */
async function completeUser(
	scope: Executor,
	id: string,
	{ passwordDigest, username, primaryEmail, primaryPhone }: StagedProfile,
	at: number
): Promise<{ ok: true } | { ok: false; taken: UserIdentifier['type'] | 'password' }> {
	const { numUpdatedRows } = await scope
		.updateTable('user')
		.set({ updated_at: at, ...(passwordDigest && passwordColumns(passwordDigest, at)) })
		.where('id', '=', id)
		.$if(passwordDigest !== undefined, (query) => query.where('password_digest', 'is', null))
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) return { ok: false, taken: 'password' };
	const taken = await claimIdentifiers(scope, id, { username, primaryEmail, primaryPhone });
	return taken ? { ok: false, taken } : { ok: true };
}

type Identifiers = Pick<User, 'username' | 'primaryEmail' | 'primaryPhone'>;

/** Answers the first one that could not be had: somebody else's, or a second of its kind. */
async function claimIdentifiers(
	scope: Executor,
	userId: string,
	identifiers: Identifiers,
	unproven: UserIdentifier['type'][] = []
): Promise<UserIdentifier['type'] | undefined> {
	const wanted = identifiersOf(identifiers);
	if (wanted.length === 0) return undefined;
	const written = await scope
		.insertInto('identifier')
		.values(
			wanted.map((identifier) => ({
				user_id: userId,
				...identifier,
				is_unproven: Number(unproven.includes(identifier.type))
			}))
		)
		.onConflict((conflict) => conflict.doNothing())
		.returning('type')
		.execute();
	return wanted.find(({ type }) => !written.some((row) => row.type === type))?.type;
}

/** Always in the same order, so that two inserts never wait for each other crosswise. */
function identifiersOf(user: Identifiers): UserIdentifier[] {
	const held: { type: UserIdentifier['type']; value: string | undefined }[] = [
		{ type: 'username', value: user.username },
		{ type: 'email', value: user.primaryEmail },
		{ type: 'phone', value: user.primaryPhone }
	];
	return held.filter((identifier): identifier is UserIdentifier => identifier.value !== undefined);
}

function selectHolder(db: Executor, { type, value }: UserIdentifier) {
	return selectUsers(db)
		.innerJoin('identifier as wanted', 'wanted.user_id', 'user.id')
		.where('wanted.type', '=', type)
		.where('wanted.value', '=', value);
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
