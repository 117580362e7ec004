// The audit log: rows are only ever added.
import { randomUUID } from 'node:crypto';
import type { AuditEntry, AuditStore } from '../usecases/ports.ts';
import { prepared, type Later } from './prepared.ts';
import type { Executor } from './schema.ts';

const insertRow = prepared((db, later: Later<AuditEntry & { id: string }>) =>
	db.insertInto('audit').values({
		id: later('id'),
		key: later('key'),
		result: later('result'),
		error: later('error'),
		interaction_id: later('interactionId'),
		application_id: later('applicationId'),
		user_id: later('userId'),
		ip: later('ip'),
		user_agent: later('userAgent'),
		created_at: later('at')
	})
);

export function createAuditStore(db: Executor): AuditStore {
	return {
		async append(entry) {
			await insertRow(db, { id: randomUUID(), ...entry });
		}
	};
}
