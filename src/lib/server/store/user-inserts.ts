// Makes accounts, and gives them identifiers. Who holds an identifier is decided by one unique index.
import type { PasswordDigest } from '../../contract/password-digest.ts';
import type { User, UserIdentifier } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';
import { passwordColumns } from './user-rows.ts';

/**
 * A conflict is counted, never caught: a failed statement would spoil the whole transaction on PostgreSQL.
 * What was written before the conflict showed is taken back.
 */
export async function insertUser(
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
			agreed_terms: user.terms && JSON.stringify(user.terms),
			is_admin: Number(user.isAdmin ?? false),
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

type Identifiers = Pick<User, 'username' | 'primaryEmail' | 'primaryPhone'>;

/** Answers the first one that could not be had: somebody else's, or a second of its kind. */
export async function claimIdentifiers(
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
