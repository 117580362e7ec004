// /api/my-account/grants: which applications hold consent or tokens, and the end of that.
import type { MyGrants } from '../../../contract/account/sessions.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { AccountCaller, OidcPayload, Services } from '../ports.ts';
import { nameApplication } from '../name-application.ts';
import { recordOwn } from './record-own.ts';

type Grant = OidcPayload & {
	jti: string;
	iat: number;
	exp: number;
	clientId: string;
	openid?: { scope?: string };
};

export async function listMyGrants(
	services: Pick<Services, 'store' | 'settings'>,
	{ holder }: Pick<AccountCaller, 'holder'>,
	{ appType }: { appType?: 'firstParty' | 'thirdParty' } = {}
): Promise<Result<MyGrants>> {
	const now = Date.now() / 1000;
	const grants = ((await services.store.oidc.grantsOf(holder.user.id)) as Grant[]).filter(({ exp }) => exp > now);
	const shown = await Promise.all(grants.map((grant) => show(services, holder.user.id, grant)));
	return ok({
		grants: shown
			.filter(({ isThirdParty }) => appType === undefined || isThirdParty === (appType === 'thirdParty'))
			.sort((one, other) => other.payload.iat - one.payload.iat)
	});
}

export async function endMyGrant(
	{ store, clock }: Pick<Services, 'store' | 'clock'>,
	caller: AccountCaller,
	id: string
): Promise<Result<undefined>> {
	if (!(await store.oidc.removeGrant(caller.holder.user.id, id))) return refuse('entity.not_found');
	await recordOwn({ clock, audit: store.audit }, caller, 'Account.Grant.Delete');
	return ok();
}

async function show(
	services: Pick<Services, 'store' | 'settings'>,
	accountId: string,
	{ jti, iat, exp, clientId, openid }: Grant
): Promise<MyGrants['grants'][number]> {
	const application = await services.store.applications.find(clientId);
	return {
		id: jti,
		payload: { kind: 'Grant', jti, iat, exp, clientId, accountId },
		expiresAt: exp * 1000,
		application: { id: clientId, name: await nameApplication(services, clientId) },
		scopes: openid?.scope?.split(' ').filter(Boolean) ?? [],
		isThirdParty: application?.isThirdParty ?? false
	};
}
