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
	await handleSignIn(logtoConfig, request.nextUrl.searchParams);
	redirect('/');
}`
		},
		{
			title: 'app/page.js',
			code: `import { getLogtoContext, signIn, signOut } from '@logto/next/server-actions';
import { logtoConfig } from './logto';

export default async function Home() {
	const { isAuthenticated } = await getLogtoContext(logtoConfig);
	async function toggle() {
		'use server';
		await (isAuthenticated ? signOut(logtoConfig, '${home}') : signIn(logtoConfig, { redirectUri: '${callback}' }));
	}
	return <form action={toggle}><button>Sign {isAuthenticated ? 'out' : 'in'}</button></form>;
}`
		}
	],
	run: 'npx next dev --port 3000'
};
