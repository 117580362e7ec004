// The interaction that a caller is in: as it is now, or as this request has seen it last.
import { ok, refuse, type Result } from '../../contract/result.ts';
import type { Interaction } from '../core/interaction/state.ts';
import type { Caller, FactorHolder, Services, StoreScope, User, UserIdentifier } from './ports.ts';

/** The caller's interaction as it is now, while it lasts. */
export async function findOpen(
	services: Services,
	caller: Caller,
	scope: StoreScope = services.store
): Promise<Result<Interaction>> {
	const { interactionId } = caller;
	return whileOpen(services, caller, interactionId ? await scope.interactions.find(interactionId) : undefined);
}

/** The same as this request has seen it last: good enough to decide on where saving compares the version. */
export async function recall(
	services: Services,
	caller: Caller,
	scope: StoreScope = services.store
): Promise<Result<Interaction>> {
	const seen = lastSeen(services, caller);
	return seen ? ok(seen) : findOpen(services, caller, scope);
}

/** The same, and who holds an identifier now: one look-up. */
export async function recallWithHolder(
	services: Services,
	caller: Caller,
	identifier: UserIdentifier
): Promise<Result<{ interaction: Interaction; holderId: string | undefined }>> {
	const { interactions, users } = services.store;
	const seen = lastSeen(services, caller);
	if (seen) return ok({ interaction: seen, holderId: await users.findHolderId(identifier) });
	const found = caller.interactionId ? await interactions.findWithHolder(caller.interactionId, identifier) : undefined;
	const open = whileOpen(services, caller, found?.interaction);
	return open.ok ? ok({ interaction: open.value, holderId: found?.holderId }) : open;
}

/** The same, and the account that it has identified. */
export async function recallWithUser(
	services: Services,
	caller: Caller
): Promise<Result<{ interaction: Interaction; user: User | undefined }>> {
	const { interactions } = services.store;
	const isSeen = lastSeen(services, caller) !== undefined;
	const found = isSeen || !caller.interactionId ? undefined : await interactions.findWithUser(caller.interactionId);
	const open = found ? whileOpen(services, caller, found.interaction) : await recall(services, caller);
	if (!open.ok) return open;
	return ok({ interaction: open.value, user: found?.user ?? (await findIdentified(open.value, services.store)) });
}

export type WithFactors = { interaction: Interaction; holder: FactorHolder | undefined };

/** The same, and what second factors that account has. */
export async function recallWithFactors(services: Services, caller: Caller): Promise<Result<WithFactors>> {
	const { interactions } = services.store;
	const isSeen = lastSeen(services, caller) !== undefined;
	const found = isSeen || !caller.interactionId ? undefined : await interactions.findWithFactors(caller.interactionId);
	const open = found ? whileOpen(services, caller, found.interaction) : await recall(services, caller);
	if (!open.ok) return open;
	return ok({ interaction: open.value, holder: found?.holder ?? (await findHolder(open.value, services.store)) });
}

export function findHolder({ userId }: Interaction, scope: StoreScope): Promise<FactorHolder | undefined> {
	return userId ? scope.factors.findHolder(userId) : Promise.resolve(undefined);
}

export function findIdentified({ userId }: Interaction, scope: StoreScope): Promise<User | undefined> {
	return userId ? scope.users.find(userId) : Promise.resolve(undefined);
}

export function remember({ seen }: Caller, interaction: Interaction | undefined): void {
	if (seen) seen.interaction = interaction;
}

function lastSeen({ clock }: Services, { seen, interactionId }: Caller): Interaction | undefined {
	const interaction = seen?.interaction;
	return interaction?.id === interactionId && interaction && interaction.expiresAt > clock.now()
		? interaction
		: undefined;
}

function whileOpen({ clock }: Services, caller: Caller, found: Interaction | undefined): Result<Interaction> {
	if (!found || found.expiresAt <= clock.now()) return refuse('session.not_found');
	remember(caller, found);
	return ok(found);
}
