// What an application was granted, and which refresh tokens it gets for it.
import type { Client, Configuration, Grant, KoaContextWithOIDC } from 'oidc-provider';
import type { ConsentGiven } from '../core/rules/consent.ts';
import { managementIndicators, managementScope } from '../../contract/management-api.ts';
import { customMetadataOf, isThirdParty } from './clients.ts';
import { isConsoleClient } from './built-in-clients.ts';

/**
 * Our own applications are granted what they ask for, without a page. A third party is granted what the person agreed to:
 * the consent interaction then has the result `{ consent: { accountId, scopes } }`. Administrators manage by the console.
 */
export async function loadExistingGrant(ctx: KoaContextWithOIDC, origin: string): Promise<Grant | undefined> {
	const { client, account, session, provider } = ctx.oidc;
	if (!client || !account || !session) return undefined;
	const id = session.grantIdFor(client.clientId);
	const stored = id ? await provider.Grant.find(id) : undefined;
	const found = stored?.accountId === account.accountId ? stored : undefined;
	const requested = [...ctx.oidc.requestParamOIDCScopes];
	const agreed = isThirdParty(client) ? agreedScopes(ctx, account.accountId) : requested;
	if (!agreed) return found;

	const grant = found ?? new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
	const granted = new Set(grant.getOIDCScope().split(' '));
	const missing = requested.filter((scope) => agreed.includes(scope) && !granted.has(scope));
	const managed = isConsoleClient(client) && account['isAdmin'] === true ? managementIndicators(origin) : [];
	const added = managed.filter((indicator) => !grant.getResourceScope(indicator));
	if (missing.length === 0 && added.length === 0 && found) return grant;
	grant.addOIDCScope(missing);
	for (const indicator of added) grant.addResourceScope(indicator, managementScope);
	await grant.save();
	return grant;
}

/**
 * The library carries a result along when it has to ask again in the same authorization. Whoever signs in then is asked
 * for themselves: what somebody else agreed to is forgotten, also by the checks that come after this.
 */
function agreedScopes({ oidc: { result } }: KoaContextWithOIDC, accountId: string): string[] | undefined {
	const consent = result?.consent as ConsentGiven | undefined;
	if (!result || !consent) return undefined;
	if (consent.accountId === accountId) return consent.scopes;
	delete result.consent;
	return undefined;
}

export const issueRefreshToken: NonNullable<Configuration['issueRefreshToken']> = async (_ctx, client, source) =>
	client.grantTypeAllowed('refresh_token') && (source.scopes.has('offline_access') || alwaysIssues(client));

function alwaysIssues(client: Client): boolean {
	return client.applicationType === 'web' && customMetadataOf(client).alwaysIssueRefreshToken === true;
}

/** RFC 9700 §4.14.2: whoever cannot keep a secret gets a new token at every use. Others near the end of its life. */
export const rotateRefreshToken: NonNullable<Configuration['rotateRefreshToken']> = (ctx) => {
	const { RefreshToken: token, Client: client } = ctx.oidc.entities;
	if (!token || !client) return true;
	if (client.clientAuthMethod === 'none') return true;
	if (customMetadataOf(client).rotateRefreshToken === false) return false;
	return token.ttlPercentagePassed() >= 70;
};
