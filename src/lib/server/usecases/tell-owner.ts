// Tells the owner of an account what became of its password and factors: whoever did it, the owner hears of it.
import type { Caller, Notice, Services, User } from './ports.ts';

/**
 * Never waits for the message and never fails: the change is done. By mail only: the templates of text messages are
 * approved by the vendor one by one, and carry codes.
 */
export async function tellOwner(
	services: Pick<Services, 'store' | 'messenger' | 'log'>,
	caller: Caller,
	{ userId, what }: { userId: string; what: Notice['what'] },
	clientId: string,
	known?: User
): Promise<void> {
	const [user, application] = await Promise.all([
		known ?? services.store.users.find(userId),
		services.store.applications.find(clientId)
	]);
	if (!user?.primaryEmail) return;
	const notice = { to: user.primaryEmail, what, locale: caller.locale, applicationName: application?.name };
	services.messenger.notify(notice).catch((error: unknown) => services.log.error('owner not told', { error }));
}
