// Where an account is signed in, and the end of that, at an administrator's word.
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { UserSessions } from '../../../contract/users.ts';
import type { MachineCaller, Services, StoreScope } from '../ports.ts';
import { changeRecorded } from '../record-change.ts';
import { unknownUser } from '../unknown-user.ts';

type Needs = Pick<Services, 'store' | 'clock'>;
type Session = { uid: string; loginTs?: number; exp?: number; authorizations?: Record<string, unknown> };

export async function listSessions({ store }: Pick<Services, 'store'>, id: string): Promise<Result<UserSessions>> {
	if (!(await store.users.find(id))) return unknownUser(id);
	const sessions = (await store.oidc.sessionsOf(id)) as Session[];
	const shown = sessions.map(async ({ uid, loginTs, exp, authorizations = {} }) => ({
		id: uid,
		signedInAt: loginTs === undefined ? null : loginTs * 1000,
		expiresAt: exp === undefined ? null : exp * 1000,
		applications: await Promise.all(
			Object.keys(authorizations).map(async (applicationId) => ({
				id: applicationId,
				name: (await store.applications.find(applicationId))?.name ?? null
			}))
		)
	}));
	return ok({ sessions: await Promise.all(shown) });
}

/** Signs the account out in one browser; applications there get no new tokens. */
export async function endSession(
	services: Needs,
	caller: MachineCaller,
	{ id, session }: { id: string; session: string }
): Promise<Result<undefined>> {
	const change = async ({ users, oidc }: StoreScope) => {
		if (!(await users.find(id))) return unknownUser(id);
		const isEnded = await oidc.removeSession(id, session);
		return isEnded ? ok() : refuse('entity.not_found', { data: { id: session } });
	};
	return changeRecorded<undefined>(services, caller, 'Management.User.Session.Delete', change, { userId: id });
}
