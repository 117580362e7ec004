// What the provider offers. Discovery announces exactly this.
import { errors, type Configuration } from 'oidc-provider';

type Features = NonNullable<Configuration['features']>;

export const features: Features = {
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
		getResourceServerInfo: async () => {
			throw new errors.InvalidTarget();
		}
	}
};

/** Fields of the contract whose features are off: said, not left out. */
export const discovery = {
	claim_types_supported: ['normal'],
	backchannel_logout_supported: false,
	backchannel_logout_session_supported: false
};
