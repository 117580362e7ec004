// Reads the access tokens that people's applications bring to the account API: opaque ones, so that a revoked one is gone.
import { z } from 'zod';
import type { AccountTokens, Store } from '../usecases/ports.ts';
import { isSessionOpen } from './own-session.ts';

/** No `aud`: a token for a resource is for that alone. */
const payload = z.object({
	kind: z.literal('AccessToken'),
	accountId: z.string(),
	clientId: z.string(),
	grantId: z.string(),
	scope: z.string().default(''),
	sessionUid: z.string().optional(),
	/** Without `offline_access`. */
	expiresWithSession: z.boolean().optional(),
	exp: z.number(),
	aud: z.undefined().optional()
});
const livingGrant = z.object({ accountId: z.string(), clientId: z.string(), exp: z.number() });
/** RFC 6750 §2.1; the provider's are 43 characters. */
const shape = /^[\w.~+/-]{1,256}=*$/;

export function createAccountTokens({ accounts, oidc }: Pick<Store, 'accounts' | 'oidc'>): AccountTokens {
	return {
		async read(text, verificationId) {
			if (!shape.test(text)) return undefined;
			const found = await accounts.findByToken(text, verificationId);
			const token = payload.safeParse(found?.token).data;
			const grant = livingGrant.safeParse(found?.grant).data;
			if (!found || !token || !grant) return undefined;
			// The provider's times are real, and in seconds.
			const now = Date.now() / 1000;
			const isOne = grant.accountId === token.accountId && grant.clientId === token.clientId;
			if (!isOne || token.exp <= now || grant.exp <= now) return undefined;
			if (token.expiresWithSession && !(await isSessionOpen(oidc, token))) return undefined;
			return {
				token: text,
				applicationId: token.clientId,
				scopes: token.scope.split(' '),
				sessionUid: token.sessionUid,
				grantId: token.grantId,
				holder: found.holder,
				verification: found.verification
			};
		}
	};
}
