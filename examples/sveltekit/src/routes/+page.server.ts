// Three form actions; each of them ends in a redirect to Foyer.
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	user: locals.user,
	isRefused: url.searchParams.has('not-signed-in')
});

export const actions: Actions = {
	signIn: ({ locals, url }) => locals.logtoClient.signIn(`${url.origin}/callback`),
	signUp: ({ locals, url }) =>
		locals.logtoClient.signIn({ redirectUri: `${url.origin}/callback`, interactionMode: 'signUp' }),
	signOut: ({ locals, url }) => locals.logtoClient.signOut(`${url.origin}/`)
};
