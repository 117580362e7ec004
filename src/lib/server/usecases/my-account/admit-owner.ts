// Lets people into their own account: by a token that we gave, for what it, the settings and their proof open.
import { accountClientId } from '../../../contract/account/access.ts';
import { consoleClientId } from '../../../contract/console.ts';
import { ok, refuse, type Result } from '../../../contract/result.ts';
import type { AccountField } from '../../../contract/settings/account-center.ts';
import { readBearer } from '../bearer.ts';
import type { AccountAccess, AccountCaller, AccountTokens, Caller, Services, Settings } from '../ports.ts';
import { whyNotProven } from './prove.ts';
import { recordOwn } from './record-own.ts';

type Needs = Pick<Services, 'settings' | 'clock' | 'store'> & { accountTokens: AccountTokens };
type Named = { authorization: string | null; verificationId: string | undefined };

export async function admitOwner(
	services: Needs,
	caller: Caller,
	{ authorization, verificationId }: Named,
	access: AccountAccess
): Promise<Result<AccountCaller>> {
	const credentials = readBearer(authorization);
	if (!credentials.ok) return credentials;
	const bearer = await services.accountTokens.read(credentials.value, verificationId);
	if (!bearer || bearer.holder.user.isSuspended) return refuse('auth.unauthorized');
	const { applicationId, scopes } = bearer;
	const application = await services.store.applications.find(applicationId);
	// A token outlives its application; the right to use it does not.
	if (!application && !builtIn.includes(applicationId)) return refuse('auth.unauthorized');
	if (!scopes.includes('openid')) return refuse('auth.forbidden');
	const settings = await services.settings();
	if (!settings.accountCenter.enabled) return refuse('account_center.not_enabled');
	if (access.changes && application?.isThirdParty) return refuse('auth.third_party_application_forbidden');
	if (access.scopes?.some((scope) => !scopes.includes(scope))) return refuse('auth.forbidden');
	const closed = access.field && whyClosed(access.field, access, settings);
	if (closed) return closed;
	const owner = { ...caller, ...bearer, verificationId };
	const lacking = access.proven ? whyNotProven(services.clock, owner, settings) : undefined;
	if (!lacking) return ok(owner);
	const { clock, store } = services;
	await recordOwn({ clock, audit: store.audit }, owner, 'Account.Reauthentication', lacking.problem.code);
	return lacking;
}

const builtIn = [accountClientId, consoleClientId];

/** The refusal of a field that the settings keep from its owner. */
export function whyClosed(
	field: AccountField,
	{ changes = false }: Pick<AccountAccess, 'changes'>,
	{ accountCenter: { fields } }: Pick<Settings, 'accountCenter'>
) {
	if (fields[field] === 'Edit' || (fields[field] === 'ReadOnly' && !changes)) return undefined;
	return refuse(changes ? 'account_center.field_not_editable' : 'account_center.field_not_enabled');
}
