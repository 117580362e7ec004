// The passwords of accounts.
import type { ExpressionBuilder } from 'kysely';
import type { UserStore } from '../usecases/ports.ts';
import { atomically } from './atomically.ts';
import type { Database, Executor } from './schema.ts';
import { passwordColumns } from './user-rows.ts';
import { endSessions, endSessionsAndStartOver } from './user-sessions.ts';

type UserPasswords = Pick<UserStore, 'resetPassword' | 'rehashPassword' | 'setPasswordExpired' | 'surveyPasswords'>;

/** A look at some tells as much as a look at all, and keeps nobody waiting. */
const mostSurveyed = 1000;

export function createUserPasswords(db: Executor): UserPasswords {
	return {
		resetPassword: (id, digest, { lastChangedAt, at, removesFactors, startOver, keep }) =>
			atomically(db, async (scope) => {
				const { numUpdatedRows } = await scope
					.updateTable('user')
					.set({ ...passwordColumns(digest, at), ...(removesFactors && { factor_choices: null }), updated_at: at })
					.where('id', '=', id)
					.where(isUnchangedSince(lastChangedAt))
					.executeTakeFirstOrThrow();
				if (numUpdatedRows !== 1n) return false;
				if (removesFactors) await scope.deleteFrom('factor').where('user_id', '=', id).execute();
				if (startOver) return endSessionsAndStartOver(scope, id, startOver);
				await endSessions(scope, id, keep && { sessionUid: keep.sessionUid, grantIds: [keep.grantId] });
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

		async surveyPasswords() {
			const rows = await db
				.selectFrom('user')
				.select(['password_algorithm as algorithm', 'password_digest as digest'])
				.where('password_digest', 'is not', null)
				// Ids are random: old accounts and new ones, whatever was imported when.
				.orderBy('id')
				.limit(mostSurveyed)
				.execute();
			return rows.flatMap(({ algorithm, digest }) => (algorithm && digest ? [{ algorithm, digest }] : []));
		},

		async setPasswordExpired(id, isExpired) {
			const { numUpdatedRows } = await db
				.updateTable('user')
				.set({ is_password_expired: Number(isExpired) })
				.where('id', '=', id)
				.where('password_digest', 'is not', null)
				.executeTakeFirstOrThrow();
			return numUpdatedRows === 1n;
		}
	};
}

/** A password that was brought along without a date counts from the account's beginning. */
export function isUnchangedSince(lastChangedAt: number | undefined) {
	return ({ eb, fn }: ExpressionBuilder<Database, 'user'>) =>
		lastChangedAt === undefined
			? eb('password_digest', 'is', null)
			: eb(fn.coalesce('password_updated_at', 'created_at'), '=', lastChangedAt);
}
