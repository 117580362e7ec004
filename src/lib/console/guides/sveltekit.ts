// SvelteKit: the files of the example, letter by letter, which a test holds them to; they cannot be imported as text, since
// they belong to a project of their own.
import { callback, home, serverEnv, type Guide } from './guide.ts';

export const sveltekit: Guide = {
	name: 'SvelteKit',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	install: 'npm i @logto/sveltekit',
	env: serverEnv,
	snippets: () => [
		{
			title: 'src/hooks.server.ts',
			code: `// Handles /callback, and puts the client and the user into \`event.locals\`.
import { handleLogto, UserScope } from '@logto/sveltekit';
import { env } from '$env/dynamic/private';

export const handle = handleLogto(
	{
		endpoint: env.FOYER_ENDPOINT ?? 'http://localhost:3001',
		appId: env.FOYER_APP_ID ?? '',
		appSecret: env.FOYER_APP_SECRET,
		// \`openid\`, \`offline_access\` and \`profile\` are asked for anyway.
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
`
		},
		{
			title: 'src/app.d.ts',
			code: `import type { LogtoClient, UserInfoResponse } from '@logto/sveltekit';

declare global {
	namespace App {
		interface Locals {
			logtoClient: LogtoClient;
			user?: UserInfoResponse;
		}
	}
}

export {};
`
		},
		{
			title: 'src/routes/+page.server.ts',
			code: `// Three form actions; each of them ends in a redirect to Foyer.
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	user: locals.user,
	isRefused: url.searchParams.has('not-signed-in')
});

export const actions: Actions = {
	signIn: ({ locals, url }) => locals.logtoClient.signIn(\`\${url.origin}/callback\`),
	signUp: ({ locals, url }) =>
		locals.logtoClient.signIn({ redirectUri: \`\${url.origin}/callback\`, interactionMode: 'signUp' }),
	signOut: ({ locals, url }) => locals.logtoClient.signOut(\`\${url.origin}/\`)
};
`
		},
		{
			title: 'src/routes/+page.svelte',
			code: `<script lang="ts">
	let { data } = $props();
</script>

{#if data.isRefused}<p role="alert">You were not signed in.</p>{/if}
{#if data.user}
	<p>You are signed in as {data.user.name ?? data.user.phone_number ?? data.user.email}.</p>
	<form method="POST" action="?/signOut"><button>Sign out</button></form>
{:else}
	<form method="POST">
		<button formaction="?/signIn">Sign in</button>
		<button formaction="?/signUp">Create account</button>
	</form>
{/if}`
		}
	],
	run: 'npx vite dev --port 3000 --strictPort'
};
