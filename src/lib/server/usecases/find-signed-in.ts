// The account that the browser is signed in as already, where this interaction was opened in its session.
import { ok, type Result } from '../../contract/result.ts';
import type { Caller, Interaction, Services, User } from './ports.ts';
import { findOpen } from './recall.ts';

/** `isEnough`: the application takes that sign-in as it is. */
export type SignedIn = { user: User; isEnough: boolean };
export type Opened = { interaction: Interaction; signedIn: SignedIn | undefined };

export async function findSignedIn(services: Services, caller: Caller): Promise<Result<Opened>> {
	const open = await findOpen(services, caller);
	if (!open.ok) return open;
	const interaction = open.value;
	const opened = await services.oidc.openedBy(interaction.id);
	if (!opened) return ok({ interaction, signedIn: undefined });
	const { session, isEnough } = opened;
	const [accountId, user] = await Promise.all([
		services.oidc.accountOfSession(session.uid),
		services.store.users.find(session.accountId)
	]);
	// Signed out meanwhile, or as somebody else in another tab.
	if (!user || accountId !== user.id || user.isSuspended) return ok({ interaction, signedIn: undefined });
	return ok({ interaction, signedIn: { user, isEnough } });
}
