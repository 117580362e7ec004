// Away to the provider. A one-time link of `foyer admin link` comes by here, too.
import { insideConsole } from '$lib/console/address.ts';
import { away, discover } from '$lib/console/provider.ts';
import { renewedAt } from '$lib/console/renewal.ts';
import { freshSeconds, resource, scope } from '$lib/console/session.ts';
import { sendAway } from '$lib/oidc-client/send-away.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { searchParams, origin } = event.url;
	const link = searchParams.get('one_time_token');
	const again = link !== null || searchParams.has('again');
	const isSilent = searchParams.has('silent');
	const isStale = searchParams.has('fresh');
	return sendAway(event, {
		away,
		configuration: await discover(event),
		to: isSilent ? renewedAt : insideConsole(searchParams.get('to')),
		parameters: {
			redirect_uri: `${origin}/console/callback`,
			scope,
			resource,
			// A page's own script is shown no page; `login` is for somebody else than who is signed in.
			...(isSilent ? { prompt: 'none' } : again && { prompt: 'login' }),
			// Whoever has just signed in goes through.
			...(isStale && { max_age: String(freshSeconds) }),
			...(link && { one_time_token: link, login_hint: searchParams.get('login_hint') ?? '' })
		}
	});
};
