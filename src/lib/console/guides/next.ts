// Next.js, with its app router.
import { callback, home, serverEnv, type Guide } from './guide.ts';

export const next: Guide = {
	name: 'Next.js',
	type: 'Traditional',
	redirectUri: callback,
	postLogoutUri: home,
	install: 'npm i @logto/next',
	env: serverEnv,
	snippets: () => [
		{
			title: 'app/logto.js',
			code: `export const logtoConfig = {
	endpoint: process.env.FOYER_ENDPOINT,
	appId: process.env.FOYER_APP_ID,
	appSecret: process.env.FOYER_APP_SECRET,
	scopes: ['phone', 'email'],
	cookieSecret: process.env.SESSION_SECRET,
	cookieSecure: process.env.NODE_ENV === 'production',
	baseUrl: 'http://localhost:3000'
};`
		},
		{
			title: 'app/callback/route.js',
			code: `import { handleSignIn } from '@logto/next/server-actions';
import { redirect } from 'next/navigation';
import { logtoConfig } from '../logto';

export async function GET(request) {
	try {
		await handleSignIn(logtoConfig, request.nextUrl.searchParams);
	} catch (error) {
		// Mostly somebody who pressed "Don't allow" (access_denied).
		console.warn('Not signed in:', error);
		redirect('/?not-signed-in');
	}
	redirect('/');
}`
		},
		{
			title: 'app/page.js',
			code: `// In place of the page.tsx or page.js that is there.
import { Suspense } from 'react';
import { getLogtoContext, signIn, signOut } from '@logto/next/server-actions';
import { logtoConfig } from './logto';

export default function Home(props) {
	// What reads cookies stands in a Suspense: Next.js wants it where cacheComponents is on.
	return <Suspense><Visitor {...props} /></Suspense>;
}

async function Visitor({ searchParams }) {
	const isRefused = 'not-signed-in' in (await searchParams);
	const { isAuthenticated, claims } = await getLogtoContext(logtoConfig);
	async function enter() {
		'use server';
		await signIn(logtoConfig, { redirectUri: '${callback}' });
	}
	async function leave() {
		'use server';
		await signOut(logtoConfig, '${home}');
	}
	if (!isAuthenticated) {
		return (
			<form action={enter}>
				{isRefused && <p role="alert">You were not signed in.</p>}
				<button>Sign in</button>
			</form>
		);
	}
	return (
		<form action={leave}>
			<p>You are signed in as {claims.name ?? claims.phone_number ?? claims.email}.</p>
			<button>Sign out</button>
		</form>
	);
}`
		}
	],
	run: 'npx next dev --port 3000'
};
