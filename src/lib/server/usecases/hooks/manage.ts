// Webhooks at a machine's word.
import type { HookAnswer, HookChangesBody, NewHookBody } from '../../../contract/hooks.ts';
import { toLimits, type Page, type PageQuery } from '../../../contract/page.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { Hook, MachineCaller, ManagementServices, Services } from '../ports.ts';
import { recordChange } from '../record-change.ts';

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
	const { store, clock, ids, webhooks } = services;
	if (!webhooks.mayCall(body.config.url)) return refuseAddress(body.config.url);
	const hook: Hook = {
		id: ids.id(),
		...body,
		signingKey: ids.secret(),
		enabled: body.enabled ?? true,
		createdAt: clock.now()
	};
	await store.hooks.insert(hook);
	await recordChange({ clock, audit: store.audit }, caller, 'Management.Hook.Create');
	return ok(show(hook));
}

export async function changeHook(
	services: Needs,
	caller: MachineCaller,
	id: string,
	changes: HookChangesBody
): Promise<Result<HookAnswer>> {
	const { url } = changes.config ?? {};
	if (url !== undefined && !services.webhooks.mayCall(url)) return refuseAddress(url);
	const named = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
	return replace(services, caller, id, (before) => ({ ...before, ...named }));
}

/** What is under way is signed with the new one. */
export function renewSigningKey(services: Needs, caller: MachineCaller, id: string): Promise<Result<HookAnswer>> {
	return replace(services, caller, id, (before) => ({ ...before, signingKey: services.ids.secret() }));
}

export async function dropHook(
	{ store, clock }: Pick<Services, 'store' | 'clock'>,
	caller: MachineCaller,
	id: string
): Promise<Result<undefined>> {
	if (!(await store.hooks.remove(id))) return unknownHook(id);
	await recordChange({ clock, audit: store.audit }, caller, 'Management.Hook.Delete');
	return ok();
}

async function replace(
	{ store, clock }: Needs,
	caller: MachineCaller,
	id: string,
	decide: (before: Hook) => Hook
): Promise<Result<HookAnswer>> {
	const before = await store.hooks.find(id);
	if (!before) return unknownHook(id);
	const after = decide(before);
	if (!(await store.hooks.update(after))) return unknownHook(id);
	await recordChange({ clock, audit: store.audit }, caller, 'Management.Hook.Update');
	return ok(show(after));
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
