// Every change through the management API leaves a line in the audit log, written with the change itself.
import type { AuditStore, Clock, MachineCaller } from './ports.ts';

export function recordChange(
	{ clock, audit }: { clock: Clock; audit: AuditStore },
	caller: MachineCaller,
	key: `Management.${string}`,
	userId?: string
): Promise<void> {
	const { applicationId, ip, userAgent } = caller;
	return audit.append({ key, result: 'Success', applicationId, userId, ip, userAgent, at: clock.now() });
}
