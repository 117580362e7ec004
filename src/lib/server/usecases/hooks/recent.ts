// What became of the last deliveries of a webhook.
import type { HookLogAnswer } from '../../../contract/hooks.ts';
import { toLimits, type Page, type PageQuery } from '../../../contract/page.ts';
import { ok, type Result } from '../../../contract/result.ts';
import type { HookDelivery, Services } from '../ports.ts';
import { unknownHook } from './manage.ts';

const resultOf = { pending: 'Pending', delivered: 'Success', failed: 'Error' } as const;

export async function listDeliveries(
	{ store }: Pick<Services, 'store'>,
	id: string,
	query: PageQuery
): Promise<Result<Page<HookLogAnswer>>> {
	if (!(await store.hooks.find(id))) return unknownHook(id);
	const [deliveries, total] = await Promise.all([store.hooks.recent(id, toLimits(query)), store.hooks.countRecent(id)]);
	return ok({ items: deliveries.map(show), total });
}

function show({ id, hookId, event, status, attempts, responseStatus, error, ...rest }: HookDelivery): HookLogAnswer {
	return {
		id,
		tenantId: 'default',
		key: `TriggerHook.${event}`,
		payload: {
			hookId,
			event,
			result: resultOf[status],
			attempts,
			responseStatus,
			error,
			...(status === 'pending' && { nextAttemptAt: rest.nextAt })
		},
		createdAt: rest.createdAt
	};
}
