// The console as a client of the provider: built in, so that nobody can remove or change it.
import type { AllClientMetadata, Client } from 'oidc-provider';
import { consoleClientId, consoleName } from '../../contract/console.ts';
import { toClientMetadata } from './clients.ts';

/** Public, with PKCE: its server is ours, and a secret would only be one more thing to keep. */
export function consoleClient(origin: string): AllClientMetadata {
	return toClientMetadata({
		id: consoleClientId,
		name: consoleName,
		type: 'SPA',
		redirectUris: [`${origin}/console/callback`],
		postLogoutRedirectUris: [`${origin}/console/signed-out`],
		customClientMetadata: {},
		customData: {},
		secrets: [],
		isThirdParty: false,
		createdAt: 0
	});
}

export function isConsoleClient({ clientId }: Client): boolean {
	return clientId === consoleClientId;
}
