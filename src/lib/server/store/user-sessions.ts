// What ends when an account is closed, or its password replaced.
import type { Executor } from './schema.ts';

/**
 * Ends what an account holds at the provider, sign-ins that were submitted and have not gone on included. Their
 * results are JSON of our own; an account's id is letters and digits. `keep` names the sign-in that goes on.
 */
export async function endSessions(
	scope: Executor,
	accountId: string,
	keep: { interactionId?: string; sessionUid?: string } = {}
): Promise<void> {
	const { interactionId = '', sessionUid = '' } = keep;
	await scope
		.deleteFrom('oidc_record')
		.where('account_id', '=', accountId)
		.where((row) => row.or([row('uid', 'is', null), row('uid', '!=', sessionUid)]))
		.execute();
	await scope
		.updateTable('interaction')
		.set({ result: null })
		.where('result', 'like', `%"accountId":"${accountId}"%`)
		.where('id', '!=', interactionId)
		.execute();
}
