// What people do with their own accounts leaves a line in the audit log, written with the change itself.
import type { ProblemCode } from '../../../contract/problems.ts';
import type { AccountCaller, AuditStore, Clock } from '../ports.ts';
import type { AccountKey, Attempted } from '../record-refusal.ts';

export function recordOwn(
	{ clock, audit }: { clock: Clock; audit: AuditStore },
	{ applicationId, holder, ip, userAgent }: AccountCaller,
	key: AccountKey,
	error?: ProblemCode
): Promise<void> {
	const result = error ? 'Error' : 'Success';
	return audit.append({ key, result, error, applicationId, userId: holder.user.id, ip, userAgent, at: clock.now() });
}

export function attempted({ applicationId, holder }: AccountCaller, key: AccountKey): Attempted {
	return { interaction: { clientId: applicationId }, key, userId: holder.user.id };
}
