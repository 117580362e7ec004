// What the provider offers. Discovery announces exactly this.
import type { Configuration } from 'oidc-provider';
import { describeResource } from './management-resource.ts';

type Features = NonNullable<Configuration['features']>;

export const createFeatures = (origin: string): Features => ({
	devInteractions: { enabled: false },
	dPoP: { enabled: false },
	clientCredentials: { enabled: true },
	introspection: {
		enabled: true,
		allowedPolicy: async (_ctx, client, token) =>
			client.clientAuthMethod !== 'none' || token.clientId === client.clientId
	},
	revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId },
	pushedAuthorizationRequests: { enabled: true },
	userinfo: { enabled: true },
	resourceIndicators: {
		enabled: true,
		getResourceServerInfo: async (_ctx, indicator, client) => describeResource(origin, indicator, client)
	}
});

/** Fields of the contract whose features are off: said, not left out. */
export const discovery = {
	claim_types_supported: ['normal'],
	backchannel_logout_supported: false,
	backchannel_logout_session_supported: false
};
