// Which session a token of the console came of: said in the token itself, which is kept nowhere else.
import type { JWTPayload } from 'jose';
import type { AccessToken, ClientCredentials, Configuration } from 'oidc-provider';
import { consoleClientId } from '../../contract/console.ts';
import type { TokenSession } from '../usecases/ports.ts';

export const extraTokenClaims: NonNullable<Configuration['extraTokenClaims']> = (_ctx, token) => {
	if (token.clientId !== consoleClientId || !isPersons(token)) return undefined;
	return { session_uid: token.sessionUid, grant_id: token.grantId };
};

export function readSession({ session_uid: sessionUid, grant_id: grantId }: JWTPayload): TokenSession | undefined {
	return typeof sessionUid === 'string' && typeof grantId === 'string' ? { sessionUid, grantId } : undefined;
}

function isPersons(token: AccessToken | ClientCredentials): token is AccessToken {
	return token.kind === 'AccessToken';
}
