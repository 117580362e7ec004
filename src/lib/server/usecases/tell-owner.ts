// Tells the owner of an account that its password was changed: whoever did it, the owner hears of it.
import type { Act } from '../core/interaction/effect.ts';
import type { Caller, Services } from './ports.ts';

/** Never waits for the message and never fails: the change is done. Mail only; text messages have fixed templates. */
export async function tellOwner(
	services: Services,
	caller: Caller,
	{ userId, what }: Extract<Act, { type: 'tell-owner' }>,
	clientId: string
): Promise<void> {
	const [user, application] = await Promise.all([
		services.store.users.find(userId),
		services.store.applications.find(clientId)
	]);
	if (!user?.primaryEmail) return;
	const notice = { to: user.primaryEmail, what, locale: caller.locale, applicationName: application?.name };
	services.messenger.notify(notice).catch((error: unknown) => services.log.error('owner not told', { error }));
}
