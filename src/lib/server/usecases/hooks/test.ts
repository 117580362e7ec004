// POST /api/hooks/:id/test: invented events, sent at once and once, signed with the key of the webhook.
import type { HookTestBody } from '../../../contract/hooks.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { MachineCaller, ManagementServices, Posted } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { refuseAddress, unknownHook } from './manage.ts';

export async function testHook(
	{ store, clock, webhooks }: Pick<ManagementServices, 'store' | 'clock' | 'webhooks'>,
	caller: MachineCaller,
	id: string,
	{ events, config }: HookTestBody
): Promise<Result<undefined>> {
	const hook = await store.hooks.find(id);
	if (!hook) return unknownHook(id);
	await recordChange({ clock, audit: store.audit }, caller, 'Management.Hook.Test');
	for (const event of new Set(events)) {
		const posted = await webhooks.post({ config, signingKey: hook.signingKey }, exampleOf(id, event, clock.now()));
		if (!posted.ok) return failure(config.url, posted);
	}
	return ok();
}

function failure(url: string, { status, error }: Extract<Posted, { ok: false }>) {
	if (error === 'not-allowed') return refuseAddress(url);
	if (status === undefined) return refuse('hook.send_test_payload_failed', { data: { detail: error } });
	return refuse('hook.endpoint_responded_with_error', { data: { responseStatus: status } });
}

/** Nobody's. */
function exampleOf(hookId: string, event: string, at: number): string {
	const user = { id: 'user12345678', username: 'ada', primaryEmail: 'ada@example.com', name: 'Ada Lovelace' };
	const createdAt = new Date(at).toISOString();
	return JSON.stringify({ hookId, event, createdAt, isTest: true, userId: user.id, user });
}
