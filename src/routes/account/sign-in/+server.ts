// Away to the provider. Whoever is signed in there comes back at once.
import { insideAccount } from '$lib/account/address.ts';
import { away, discover, scope } from '$lib/account/session.ts';
import { sendAway } from '$lib/oidc-client/send-away.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { searchParams, origin } = event.url;
	return sendAway(event, {
		away,
		configuration: await discover(event),
		to: insideAccount(searchParams.get('to')),
		parameters: { redirect_uri: `${origin}/account/callback`, scope, ui_locales: event.locals.locale }
	});
};
