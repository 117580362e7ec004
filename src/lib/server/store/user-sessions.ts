// What ends when an account is closed, or its password replaced.
import type { Executor } from './schema.ts';

/**
 * Ends what an account holds at the provider, sign-ins that were submitted and have not gone on included. Their
 * results are JSON of our own; an account's id is letters and digits.
 */
export async function endSessions(scope: Executor, accountId: string): Promise<void> {
	await scope.deleteFrom('oidc_record').where('account_id', '=', accountId).execute();
	await scope
		.updateTable('interaction')
		.set({ result: null })
		.where('result', 'like', `%"accountId":"${accountId}"%`)
		.execute();
}
