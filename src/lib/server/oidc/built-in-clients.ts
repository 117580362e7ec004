// The console and the account page as clients of the provider: built in, so that nobody can remove or change them.
import type { AllClientMetadata, Client } from 'oidc-provider';
import { accountClientId } from '../../contract/account/access.ts';
import { consoleClientId, consoleName } from '../../contract/console.ts';
import { toClientMetadata } from './clients.ts';

export function builtInClient(id: string, origin: string): AllClientMetadata | undefined {
	if (id === consoleClientId) return ownClient(id, consoleName, `${origin}/console`);
	return id === accountClientId ? ownClient(id, 'Account', `${origin}/account`) : undefined;
}

/** Public, with PKCE: its server is ours, and a secret would only be one more thing to keep. */
function ownClient(id: string, name: string, home: string): AllClientMetadata {
	return toClientMetadata({
		id,
		name,
		type: 'SPA',
		redirectUris: [`${home}/callback`],
		postLogoutRedirectUris: [`${home}/signed-out`],
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
