// What an application was granted, and which refresh tokens it gets for it.
import type { Client, Configuration, Grant, KoaContextWithOIDC } from 'oidc-provider';
import { customMetadataOf, isThirdParty } from './clients.ts';

/**
 * Our own applications are granted what they ask for, without a page. A third party is granted it once the person agreed:
 * the consent interaction then has the result `{ consent: {} }`.
 */
export async function loadExistingGrant(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
	const { client, account, session, result, provider } = ctx.oidc;
	if (!client || !account || !session) return undefined;
	const id = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
	const stored = id ? await provider.Grant.find(id) : undefined;
	const found = stored?.accountId === account.accountId ? stored : undefined;
	if (isThirdParty(client) && !result?.consent) return found;

	const grant = found ?? new provider.Grant({ clientId: client.clientId, accountId: account.accountId });
	const granted = new Set(grant.getOIDCScope().split(' '));
	const missing = [...ctx.oidc.requestParamOIDCScopes].filter((scope) => !granted.has(scope));
	if (missing.length === 0 && found) return grant;
	grant.addOIDCScope(missing);
	await grant.save();
	return grant;
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
