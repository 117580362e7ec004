// One sign-in of one person, step by step: what the application, the pages and the provider would ask for.
import { authorizationRequest } from './authorization-request.ts';
import { openBrowser, type Answer, type Browser } from './http-browser.ts';
import type { Foyer } from './start-foyer.ts';

export type Identifier = { type: 'phone' | 'email'; value: string };
export type InteractionEvent = 'SignIn' | 'Register' | 'ForgotPassword';

export type Application = { id: string; secret?: string; redirectUri: string };

export type Tokens = { access_token: string; id_token: string; refresh_token?: string; scope: string };

export type SignIn = Browser & {
	application: Application;
	/** Where the provider sent the browser: our own sign-in page. */
	page: URL;
	sendCode(to: Identifier, event?: InteractionEvent): Promise<Answer>;
	checkCode(to: Identifier, verificationId: string, code: string): Promise<Answer>;
	/** Goes where submit said, and answers the application's callback address. */
	finish(redirectTo: string): Promise<URL>;
	/** The application's part: code for tokens. */
	exchange(callback: URL): Promise<{ status: number; body: Tokens & { error?: string } }>;
};

export type StartSignInOptions = {
	/** The demo application when absent. */
	application?: Application;
	/** More of the authorization request. */
	parameters?: Record<string, string>;
	/** Somebody who has been here before; a new browser when absent. */
	browser?: Browser;
};

/** The demo application, which every demo server has. */
export function demoApplication(origin: string): Application {
	return { id: 'demo-app', redirectUri: `${origin}/demo-app/callback` };
}

/** An application sends its user here; `parameters` go into the authorization request. */
export async function startSignIn(foyer: Pick<Foyer, 'origin'>, options: StartSignInOptions = {}): Promise<SignIn> {
	const browser = options.browser ?? openBrowser(foyer.origin);
	const application = options.application ?? demoApplication(foyer.origin);
	const { address, verifier } = authorizationRequest('/oidc', application, options.parameters);
	const landed = await browser.follow(address);
	if (landed.away) throw new Error(`the provider refused: ${landed.away.href}`);
	return {
		...browser,
		application,
		page: landed.url,
		sendCode: (identifier, interactionEvent = 'SignIn') =>
			browser.api('POST', 'verification/verification-code', { identifier, interactionEvent }),
		checkCode: (identifier, verificationId, code) =>
			browser.api('POST', 'verification/verification-code/verify', { identifier, verificationId, code }),
		async finish(redirectTo) {
			let url = new URL(redirectTo, foyer.origin);
			for (let hop = 0; hop < 10; hop++) {
				const response = await browser.request(url.href);
				const location = response.headers.get('location');
				if (!location) throw new Error(`${url.pathname} answers ${response.status} instead of going on`);
				url = new URL(location, url);
				if (url.href.startsWith(application.redirectUri)) return url;
			}
			throw new Error(`more than ten redirects, the last to ${url.pathname}`);
		},
		async exchange(callback) {
			const basic = Buffer.from(`${application.id}:${application.secret ?? ''}`).toString('base64');
			const response = await fetch(`${foyer.origin}/oidc/token`, {
				method: 'POST',
				headers: application.secret ? { authorization: `Basic ${basic}` } : {},
				body: new URLSearchParams({
					grant_type: 'authorization_code',
					code: callback.searchParams.get('code') ?? '',
					redirect_uri: application.redirectUri,
					code_verifier: verifier,
					...(application.secret ? {} : { client_id: application.id })
				})
			});
			return { status: response.status, body: (await response.json()) as Tokens & { error?: string } };
		}
	};
}
