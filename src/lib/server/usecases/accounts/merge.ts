// Merges into what an account's profile or custom data hold already; null takes a part away.
import { ok, type Result } from '../../../contract/result.ts';
import { announce } from '../hooks/announce.ts';
import type { MachineCaller, Services } from '../ports.ts';
import { recordChange } from '../record-change.ts';
import { unknownUser } from '../unknown-user.ts';

type Needs = Pick<Services, 'store' | 'clock' | 'ids' | 'log'>;
type Part = 'profile' | 'customData';

export async function readPart(
	{ store }: Pick<Services, 'store'>,
	id: string,
	part: Part
): Promise<Result<Record<string, unknown>>> {
	const user = await store.users.find(id);
	return user ? ok(user[part]) : unknownUser(id);
}

export async function mergePart(
	services: Needs,
	caller: MachineCaller,
	{ id, part, changes }: { id: string; part: Part; changes: Record<string, unknown> }
): Promise<Result<Record<string, unknown>>> {
	const { store, clock } = services;
	const merged = await store.transaction<Result<Record<string, unknown>>>(async (scope) => {
		const user = await scope.users.hold(id);
		if (!user) return unknownUser(id);
		const entries = Object.entries({ ...user[part], ...changes }).filter(([, value]) => value !== null);
		const next = Object.fromEntries(entries);
		// Always another moment than before: its owner's changes see by it that they were decided on something else.
		const at = Math.max(clock.now(), user.updatedAt + 1);
		await scope.users.update(id, { [part]: next }, at);
		await recordChange({ clock, audit: scope.audit }, caller, 'Management.User.Update', { userId: id });
		return ok(next);
	});
	if (merged.ok) await announce(services, caller, { event: 'User.Data.Updated', userId: id });
	return merged;
}
