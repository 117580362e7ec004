// The audit log: rows are only ever added.
import { randomUUID } from 'node:crypto';
import type { AuditStore } from '../usecases/ports.ts';
import type { Executor } from './schema.ts';

export function createAuditStore(db: Executor): AuditStore {
	return {
		async append(entry) {
			await db
				.insertInto('audit')
				.values({
					id: randomUUID(),
					key: entry.key,
					result: entry.result,
					error: entry.error,
					interaction_id: entry.interactionId,
					application_id: entry.applicationId,
					user_id: entry.userId,
					ip: entry.ip,
					user_agent: entry.userAgent,
					created_at: entry.at
				})
				.execute();
		}
	};
}
