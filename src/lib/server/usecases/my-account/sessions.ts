// /api/my-account/sessions: where somebody is signed in, and the end of it. No proof is asked: strangers must go at once.
import type { MySessions } from '../../../contract/account/sessions.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import { describeBrowser } from '../../core/account/describe-browser.ts';
import type { AccountCaller, OidcPayload, Services } from '../ports.ts';
import { nameApplication } from '../name-application.ts';
import { recordOwn } from './record-own.ts';

type Needs = Pick<Services, 'store' | 'clock'>;

/** The provider's record, with what its adapter keeps beside it. */
type Session = OidcPayload & {
	uid: string;
	jti: string;
	iat: number;
	exp: number;
	loginTs?: number;
	authorizations?: Record<string, { grantId?: string }>;
	usedAt?: number;
	userAgent?: string;
};
type Shown = MySessions['sessions'][number];

export async function listMySessions(
	services: Pick<Services, 'store' | 'settings'>,
	{ holder, sessionUid }: Pick<AccountCaller, 'holder' | 'sessionUid'>
): Promise<Result<MySessions>> {
	const now = Date.now() / 1000;
	const sessions = ((await services.store.oidc.sessionsOf(holder.user.id)) as Session[]).filter(({ exp }) => exp > now);
	const shown = await Promise.all(sessions.map((session) => show(services, holder.user.id, session, sessionUid)));
	return ok({ sessions: shown.sort((one, other) => rank(other) - rank(one)) });
}

export async function endMySession(
	{ store, clock }: Needs,
	caller: AccountCaller,
	uid: string
): Promise<Result<undefined>> {
	if (!(await store.oidc.removeSession(caller.holder.user.id, uid))) return refuse('entity.not_found');
	await recordOwn({ clock, audit: store.audit }, caller, 'Account.Session.Delete');
	return ok();
}

/** Applications that were opened in this session stay open. No browser is trusted any more: one of them may be lost. */
export async function endOtherSessions({ store, clock }: Needs, caller: AccountCaller): Promise<Result<undefined>> {
	const { holder, sessionUid, grantId } = caller;
	const sessions = (await store.oidc.sessionsOf(holder.user.id)) as Session[];
	const here = sessions.find(({ uid }) => uid === sessionUid);
	const grants = Object.values(here?.authorizations ?? {}).flatMap((one) => (one.grantId ? [one.grantId] : []));
	await store.accounts.endOthers(holder.user.id, { sessionUid, grantIds: [...new Set([grantId, ...grants])] });
	await store.devices.removeAll(holder.user.id);
	await recordOwn({ clock, audit: store.audit }, caller, 'Account.Session.Delete');
	return ok();
}

async function show(
	services: Pick<Services, 'store' | 'settings'>,
	accountId: string,
	{ uid, jti, iat, exp, loginTs, authorizations = {}, usedAt, userAgent }: Session,
	sessionUid: string | undefined
): Promise<Shown> {
	const granted = Object.entries(authorizations).map(([id, { grantId }]) => [id, { grantId }] as const);
	return {
		payload: {
			kind: 'Session',
			uid,
			jti: hidden(jti),
			iat,
			exp,
			loginTs,
			accountId,
			authorizations: Object.fromEntries(granted)
		},
		lastSubmission: null,
		clientId: null,
		accountId,
		expiresAt: exp * 1000,
		isCurrent: uid === sessionUid,
		signedInAt: loginTs === undefined ? null : loginTs * 1000,
		lastUsedAt: usedAt ?? null,
		userAgent: userAgent || null,
		...describeBrowser(userAgent),
		applications: await Promise.all(
			Object.keys(authorizations).map(async (id) => ({ id, name: await nameApplication(services, id) }))
		)
	};
}

/** What its cookie holds: nobody needs it to see or to end a session. */
function hidden(jti: string): string {
	return `${jti.slice(0, 4)}…`;
}

function rank({ isCurrent, lastUsedAt, payload }: Shown): number {
	return isCurrent ? Infinity : (lastUsedAt ?? payload.iat * 1000);
}
