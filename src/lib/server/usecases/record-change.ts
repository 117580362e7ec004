// Every change through the management API leaves a line in the audit log, written with the change itself.
import type { Result } from '../../contract/result.ts';
import type { AuditEntry, AuditStore, Clock, MachineCaller, Services, StoreScope } from './ports.ts';

type Key = `Management.${string}`;
/** Whose account it was, and what else tells one change from another. */
type About = Pick<AuditEntry, 'userId' | 'details'>;

export function recordChange(
	{ clock, audit }: { clock: Clock; audit: AuditStore },
	caller: MachineCaller,
	key: Key,
	{ userId, details }: About = {}
): Promise<void> {
	const { applicationId, actorId, ip, userAgent } = caller;
	const who = { applicationId, actorId, ip, userAgent };
	return audit.append({ key, result: 'Success', ...who, userId, details, at: clock.now() });
}

/** A change and its line in one transaction. A refusal leaves neither, so refuse before you write. */
export function changeRecorded<Value>(
	{ store, clock }: Pick<Services, 'store' | 'clock'>,
	caller: MachineCaller,
	key: Key,
	change: (scope: StoreScope) => Promise<Result<Value>>,
	about?: About
): Promise<Result<Value>> {
	return store.transaction(async (scope) => {
		const changed = await change(scope);
		if (changed.ok) await recordChange({ clock, audit: scope.audit }, caller, key, about);
		return changed;
	});
}
