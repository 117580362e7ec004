// Handles /callback, and puts the client and the user into `event.locals`.
import { handleLogto, UserScope } from '@logto/sveltekit';
import { env } from '$env/dynamic/private';

export const handle = handleLogto(
	{
		endpoint: env.FOYER_ENDPOINT ?? 'http://localhost:3001',
		appId: env.FOYER_APP_ID ?? '',
		appSecret: env.FOYER_APP_SECRET,
		// `openid`, `offline_access` and `profile` are asked for anyway.
		scopes: [UserScope.Phone, UserScope.Email]
	},
	{ encryptionKey: env.SESSION_SECRET ?? '' },
	{
		// Mostly somebody who pressed "Don't allow" (access_denied).
		onCallbackError(error) {
			console.warn('Not signed in:', error);
			return new Response(null, { status: 303, headers: { location: '/?not-signed-in' } });
		}
	}
);
