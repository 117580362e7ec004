// The management API as a resource server: whose tokens may name it, and what these look like.
import { errors, type Client, type ResourceServer } from 'oidc-provider';
import { managementIndicators, managementScope } from '../../contract/management-api.ts';
import { mayManage } from './clients.ts';
import { isConsoleClient } from './built-in-clients.ts';
import { signingAlg } from './keys.ts';
import { ttl } from './ttls.ts';

/** Applications that act for people get no token for it, whoever the person is; the console alone does. */
export function describeResource(origin: string, indicator: string, client: Client): ResourceServer {
	if (!managementIndicators(origin).includes(indicator)) throw new errors.InvalidTarget();
	const isOwn = isConsoleClient(client);
	if (!isOwn && !client.grantTypeAllowed('client_credentials')) throw new errors.InvalidTarget();
	return {
		audience: indicator,
		// As Logto does for a machine without a role: it gets a token that opens nothing.
		// In the console the grant says who gets it: see `loadExistingGrant`.
		scope: isOwn || mayManage(client) ? managementScope : '',
		accessTokenFormat: 'jwt',
		accessTokenTTL: ttl.ClientCredentials as number,
		jwt: { sign: { alg: signingAlg } }
	};
}
