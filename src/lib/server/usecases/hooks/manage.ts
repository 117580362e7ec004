// Webhooks at a machine's word.
import type { HookAnswer, HookChangesBody, NewHookBody } from '../../../contract/hooks.ts';
import { toLimits, type Page, type PageQuery } from '../../../contract/page.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Hook, HookChanges, MachineCaller, ManagementServices, Services } from '../ports.ts';
import { changeRecorded } from '../record-change.ts';

type Needs = Pick<ManagementServices, 'store' | 'clock' | 'ids' | 'webhooks'>;

export async function listHooks(
	{ store }: Pick<Services, 'store'>,
	query: PageQuery
): Promise<Result<Page<HookAnswer>>> {
	const { limit, offset } = toLimits(query);
	const hooks = await store.hooks.list();
	return ok({ items: hooks.slice(offset, offset + limit).map(show), total: hooks.length });
}

export async function readHook({ store }: Pick<Services, 'store'>, id: string): Promise<Result<HookAnswer>> {
	const hook = await store.hooks.find(id);
	return hook ? ok(show(hook)) : unknownHook(id);
}

export async function addHook(services: Needs, caller: MachineCaller, body: NewHookBody): Promise<Result<HookAnswer>> {
	const { clock, ids, webhooks } = services;
	if (!webhooks.mayCall(body.config.url)) return refuseAddress(body.config.url);
	const hook: Hook = {
		id: ids.id(),
		...body,
		signingKey: ids.secret(),
		enabled: body.enabled ?? true,
		createdAt: clock.now()
	};
	return changeRecorded(services, caller, 'Management.Hook.Create', async ({ hooks }) => {
		await hooks.insert(hook);
		return ok(show(hook));
	});
}

export async function changeHook(
	services: Needs,
	caller: MachineCaller,
	id: string,
	changes: HookChangesBody
): Promise<Result<HookAnswer>> {
	const { url } = changes.config ?? {};
	if (url !== undefined && !services.webhooks.mayCall(url)) return refuseAddress(url);
	return change(services, caller, id, changes);
}

/** What is under way is signed with the new one. */
export function renewSigningKey(services: Needs, caller: MachineCaller, id: string): Promise<Result<HookAnswer>> {
	return change(services, caller, id, { signingKey: services.ids.secret() });
}

export function dropHook(
	services: Pick<Services, 'store' | 'clock'>,
	caller: MachineCaller,
	id: string
): Promise<Result<undefined>> {
	return changeRecorded<undefined>(services, caller, 'Management.Hook.Delete', async ({ hooks }) =>
		(await hooks.remove(id)) ? ok() : unknownHook(id)
	);
}

function change(services: Needs, caller: MachineCaller, id: string, changes: HookChanges): Promise<Result<HookAnswer>> {
	return changeRecorded<HookAnswer>(services, caller, 'Management.Hook.Update', async ({ hooks }) => {
		// Without a change nothing is written, and there is nothing to name in the statement.
		const isEmpty = Object.values(changes).every((value) => value === undefined);
		const hook = await (isEmpty ? hooks.find(id) : hooks.update(id, changes));
		return hook ? ok(show(hook)) : unknownHook(id);
	});
}

export function refuseAddress(url: string) {
	const detail = 'is a public https address, of no user and no network of your own';
	return refuse('hook.endpoint_not_allowed', { data: { field: 'config.url', url, detail } });
}

export function unknownHook(id: string) {
	return refuse('entity.not_exists_with_id', { data: { id } });
}

function show(hook: Hook): HookAnswer {
	return { tenantId: 'default', event: null, ...hook };
}
