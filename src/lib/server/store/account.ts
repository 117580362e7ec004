// People's own accounts: a token with its account by one statement, and proofs that are good once or for a while.
import type { AccountStore, AccountVerification, CodePlace } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import { toVerification, toVerificationRow } from './account-rows.ts';
import { selectHolders, toHolder } from './factor-rows.ts';
import { toOidcRecord, toStoredId } from './oidc-rows.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';
import { passwordColumns, toDigest } from './user-rows.ts';
import { endSessions } from './user-sessions.ts';

/** A row for each factor; nothing where the token, its grant or its account is gone. */
const findRows = prepared((db, later: Later<{ id: string; verificationId: string }>) =>
	selectHolders(db)
		.innerJoin('oidc_record as token', 'token.account_id', 'user.id')
		.innerJoin('oidc_record as held', 'held.grant_id', 'token.grant_id')
		.leftJoin('account_verification as proof', (join) =>
			join.onRef('proof.user_id', '=', 'user.id').on('proof.id', '=', later('verificationId'))
		)
		.select([
			'token.payload as token_payload',
			'held.payload as grant_payload',
			'held.grant_id as grant_id',
			'proof.id as proof_id',
			'proof.purpose as proof_purpose',
			'proof.type as proof_type',
			'proof.identifier as proof_identifier',
			'proof.factor_id as proof_factor_id',
			'proof.challenge as proof_challenge',
			'proof.data as proof_data',
			'proof.verified_at as proof_verified_at',
			'proof.created_at as proof_created_at',
			'proof.expires_at as proof_expires_at'
		])
		.where('token.model', '=', 'AccessToken')
		.where('token.id', '=', later('id'))
		.where('held.model', '=', 'Grant')
);

export function createAccountStore(db: Executor): AccountStore {
	return {
		async findByToken(token, verificationId) {
			const { rows } = await findRows(db, { id: toStoredId(token), verificationId: verificationId ?? '' });
			const [first] = rows;
			const holder = toHolder(rows);
			if (!first || !holder) return undefined;
			return {
				token: toOidcRecord({ payload: first.token_payload, consumed_at: null }, token).payload,
				grant: toOidcRecord({ payload: first.grant_payload, consumed_at: null }, first.grant_id ?? undefined).payload,
				holder: { ...holder, digest: toDigest(first) },
				verification: toVerification({
					id: first.proof_id,
					user_id: first.id,
					purpose: first.proof_purpose,
					type: first.proof_type,
					identifier: first.proof_identifier,
					factor_id: first.proof_factor_id,
					challenge: first.proof_challenge,
					data: first.proof_data,
					verified_at: first.proof_verified_at,
					created_at: first.proof_created_at,
					expires_at: first.proof_expires_at
				})
			};
		},

		async begin({ seen, at, set = {}, forgetsDevices, ...account }) {
			const { name, avatar, profile, customData, password } = set;
			const { numUpdatedRows } = await openAccount(db, { ...account, seen })
				.set({
					// Always another value than before, or two changes of one millisecond would not see each other.
					updated_at: Math.max(at, (seen ?? 0) + 1),
					...(name !== undefined && { name }),
					...(avatar !== undefined && { avatar }),
					...(profile && { profile: JSON.stringify(profile) }),
					...(customData && { custom_data: JSON.stringify(customData) }),
					...(forgetsDevices && { devices_forgotten_at: at }),
					...(password && passwordColumns(password, at))
				})
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async hold(account) {
			const { numUpdatedRows } = await openAccount(db, account)
				.set({ updated_at: account.seen })
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		endOthers: (userId, keep) => atomically(db, (scope) => endSessions(scope, userId, keep)),

		async dropCodes(userId) {
			const place: CodePlace = `account/${userId}`;
			await db.deleteFrom('secret').where('interaction_id', '=', place).execute();
		},

		async insert(verification) {
			const { userId, purpose, type, verifiedAt } = verification;
			// Of codes the older secret is gone by then.
			if (verifiedAt === undefined && verification.identifier === undefined) {
				await db
					.deleteFrom('account_verification')
					.where('user_id', '=', userId)
					.where('purpose', '=', purpose)
					.where('type', '=', type)
					.where('verified_at', 'is', null)
					.execute();
			}
			await db.insertInto('account_verification').values(toVerificationRow(verification)).execute();
		},

		async find(userId, id) {
			const row = await db
				.selectFrom('account_verification')
				.selectAll()
				.where('id', '=', id)
				.where('user_id', '=', userId)
				.executeTakeFirst();
			return row && toVerification(row);
		},

		async drop(userId, id) {
			await db
				.deleteFrom('account_verification')
				.where('id', '=', id)
				.where('user_id', '=', userId)
				.where('verified_at', 'is', null)
				.execute();
		},

		async verify({ id, userId, factorId, credential, at }) {
			const { numUpdatedRows } = await db
				.updateTable('account_verification')
				.set({
					verified_at: at,
					...(factorId !== undefined && { factor_id: factorId }),
					...(credential && { data: JSON.stringify(credential) })
				})
				.where('id', '=', id)
				.where('user_id', '=', userId)
				.where('verified_at', 'is', null)
				.where('expires_at', '>', at)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		},

		async take({ id, userId, purpose, at }) {
			const row = await db
				.deleteFrom('account_verification')
				.where('id', '=', id)
				.where('user_id', '=', userId)
				.where('purpose', '=', purpose)
				.where('verified_at', 'is not', null)
				.where('expires_at', '>', at)
				.returningAll()
				.executeTakeFirst();
			return row && toVerification(row);
		},

		async takeBackupCodes(userId, digests, at) {
			const { numDeletedRows } = await db
				.deleteFrom('account_verification')
				.where('user_id', '=', userId)
				.where('purpose', '=', 'new-backup-codes')
				.where('data', '=', JSON.stringify(digests.toSorted()))
				.where('expires_at', '>', at)
				.executeTakeFirstOrThrow();
			return numDeletedRows === 1n;
		},

		async raise(id, { type, factorId }: Pick<AccountVerification, 'type' | 'factorId'>) {
			await db
				.updateTable('account_verification')
				.set({ type, factor_id: factorId ?? null })
				.where('id', '=', id)
				.execute();
		}
	};
}

/** The account's row, while the token that changes it is good. */
function openAccount(
	db: Executor,
	{ userId, token, seen }: { userId: string; token: string; seen: number | undefined }
) {
	return db
		.updateTable('user')
		.where('id', '=', userId)
		.where('is_suspended', '=', 0)
		.$if(seen !== undefined, (query) => query.where('updated_at', '=', seen ?? 0))
		.where(({ exists, selectFrom }) =>
			exists(
				selectFrom('oidc_record')
					.select('oidc_record.id')
					.where('oidc_record.model', '=', 'AccessToken')
					.where('oidc_record.id', '=', toStoredId(token))
			)
		);
}
