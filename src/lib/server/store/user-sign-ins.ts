// What a sign-in writes of its account: the row in one statement, whatever of it changes.
import type { Stamped, UserIdentifier, UserStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';
import { claimIdentifiers } from './user-inserts.ts';
import { isUnchangedSince } from './user-passwords.ts';
import { noPasswordColumns, passwordColumns } from './user-rows.ts';
import { endSessions } from './user-sessions.ts';

export async function stampSignIn(
	scope: Executor,
	id: string,
	{ applicationId, lastChangedAt, adds, terms, removesPassword, keep, at }: Parameters<UserStore['signedIn']>[1]
): Promise<Stamped> {
	const { numUpdatedRows } = await scope
		.updateTable('user')
		.set((row) => ({
			last_sign_in_at: at,
			application_id: row.fn.coalesce('application_id', row.val(applicationId)),
			...((adds || removesPassword) && { updated_at: at }),
			...(adds?.passwordDigest && passwordColumns(adds.passwordDigest, at)),
			...(removesPassword && { ...noPasswordColumns(at), factor_choices: null }),
			...(terms && { agreed_terms: JSON.stringify(terms) })
		}))
		.where('id', '=', id)
		.where('is_suspended', '=', 0)
		.where(isUnchangedSince(lastChangedAt))
		.executeTakeFirstOrThrow();
	if (numUpdatedRows !== 1n) return { ok: false, taken: undefined };
	if (removesPassword) {
		await scope.deleteFrom('factor').where('user_id', '=', id).execute();
		await endSessions(scope, id, keep);
	}
	const { username, primaryEmail, primaryPhone } = adds ?? {};
	const taken = await claimIdentifiers(scope, id, { username, primaryEmail, primaryPhone });
	if (!taken) return { ok: true };
	return { ok: false, taken: (await hasOne(scope, id, taken)) ? undefined : taken };
}

/** Another sign-in was faster: that the account has one by now is nothing to refuse. */
async function hasOne(scope: Executor, id: string, type: UserIdentifier['type']): Promise<boolean> {
	const held = scope.selectFrom('identifier').select('type').where('user_id', '=', id).where('type', '=', type);
	return (await held.executeTakeFirst()) !== undefined;
}
