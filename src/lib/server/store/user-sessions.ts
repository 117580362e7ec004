// What ends when an account is closed, or its password replaced.
import type { ExpressionBuilder } from 'kysely';
import { freshState } from './interactions.ts';
import type { Database, Executor } from './schema.ts';

/**
 * Ends what an account holds at the provider, sign-ins that were submitted and have not gone on included. Their
 * results are JSON of our own; an account's id is letters and digits. `keep` names the sign-in that goes on,
 * and the tokens that do.
 */
export async function endSessions(
	scope: Executor,
	accountId: string,
	keep: { interactionId?: string; sessionUid?: string; grantIds?: string[] } = {}
): Promise<void> {
	const { interactionId = '', sessionUid = '', grantIds = [] } = keep;
	await scope
		.deleteFrom('oidc_record')
		.where('account_id', '=', accountId)
		.where((row) => row.or([row('uid', 'is', null), row('uid', '!=', sessionUid)]))
		.$if(grantIds.length > 0, (query) =>
			query.where((row) => row.or([row('grant_id', 'is', null), row('grant_id', 'not in', grantIds)]))
		)
		.execute();
	await scope
		.updateTable('interaction')
		.set({ result: null })
		.where(isSubmittedBy(accountId))
		.where('id', '!=', interactionId)
		.execute();
}

/**
 * As `endSessions`, and `own`, the sign-in that asked for it, is as new, like those that were submitted. False, where
 * it is not at that version any more: whoever calls takes everything back.
 */
export async function endSessionsAndStartOver(
	scope: Executor,
	accountId: string,
	own: { id: string; version: number; isShared?: true }
): Promise<boolean> {
	await scope.deleteFrom('oidc_record').where('account_id', '=', accountId).execute();
	const started = await scope
		.updateTable('interaction')
		.set((row) => ({
			state: row.case().when('id', '=', own.id).then(freshState({}, own)).else(freshState({})).end(),
			user_id: null,
			result: null,
			version: row('version', '+', 1)
		}))
		.where((row) =>
			row.or([
				row.and([row('id', '=', own.id), row('version', '=', own.version)]),
				row.and([row('id', '!=', own.id), isSubmittedBy(accountId)(row)])
			])
		)
		.returning('id')
		.execute();
	return started.some(({ id }) => id === own.id);
}

function isSubmittedBy(accountId: string) {
	return (row: ExpressionBuilder<Database, 'interaction'>) => row('result', 'like', `%"accountId":"${accountId}"%`);
}
