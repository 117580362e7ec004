// Looks at the audit log: a page of it, or one entry.
import type { LogAnswer, LogQuery } from '../../contract/logs.ts';
import { toLimits, type Page } from '../../contract/page.ts';
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Services, StoredAuditEntry } from './ports.ts';

type Needs = Pick<Services, 'store'>;

export async function listLogs({ store }: Needs, query: LogQuery): Promise<Result<Page<LogAnswer>>> {
	const { logKey: key, userId, applicationId, start_time: from, end_time: until } = query;
	const wanted = { key, userId, applicationId, from, until };
	const [entries, total] = await Promise.all([
		store.audit.list({ ...wanted, ...toLimits(query) }),
		store.audit.count(wanted)
	]);
	return ok({ items: entries.map(show), total });
}

export async function readLog({ store }: Needs, id: string): Promise<Result<LogAnswer>> {
	const entry = await store.audit.find(id);
	return entry ? ok(show(entry)) : refuse('entity.not_exists_with_id', { data: { id } });
}

/** Field by field, so that nothing joins the answer unseen. */
function show({
	id,
	key,
	result,
	error,
	ip,
	userAgent,
	applicationId,
	userId,
	actorId,
	details,
	...entry
}: StoredAuditEntry): LogAnswer {
	const who = { ip, userAgent, applicationId, userId, actorId };
	const payload = { key, result, error, ...who, details, sessionId: entry.interactionId };
	return { id, tenantId: 'default', key, payload, createdAt: entry.at };
}
