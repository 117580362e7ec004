// A person with a browser, as HTTP only: keeps cookies, follows the provider's redirects, speaks the interaction API.
import { createHash, randomBytes } from 'node:crypto';
import { checkAnswer } from './api-document.ts';
import { createCookieJar, type CookieJar } from './cookie-jar.ts';
import type { Foyer } from './server.ts';

export type Answer = { status: number; body: unknown; headers: Headers };
export type Identifier = { type: 'phone' | 'email'; value: string };
export type InteractionEvent = 'SignIn' | 'Register' | 'ForgotPassword';

export type Application = { id: string; secret?: string; redirectUri: string };

export type Browser = {
	origin: string;
	jar: CookieJar;
	/** One request with cookies; redirects are not followed. */
	request(path: string, init?: RequestInit): Promise<Response>;
	/** The interaction API: `api('POST', 'submit')`. Other paths start with a slash. */
	api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
	/** Follows redirects as long as they stay here; answers the first address that leads away, or the last page. */
	follow(path: string): Promise<{ away?: URL; response: Response; url: URL }>;
};

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

export function openBrowser(origin: string): Browser {
	const jar = createCookieJar();
	const request: Browser['request'] = async (path, init = {}) => {
		const url = new URL(path, origin);
		const headers = new Headers(init.headers);
		const cookie = jar.header(url.pathname);
		if (cookie) headers.set('cookie', cookie);
		const response = await fetch(url, { ...init, headers, redirect: 'manual' });
		jar.keep(response);
		return response;
	};
	return {
		origin,
		jar,
		request,
		async api(method, path, body, headers = {}) {
			const address = path.startsWith('/') ? path : `/api/experience${path && `/${path}`}`;
			const response = await request(address, {
				method,
				headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
				body: body === undefined ? undefined : JSON.stringify(body)
			});
			const text = await response.text();
			const isJson = response.headers.get('content-type')?.includes('json');
			const answer = { status: response.status, body: isJson && text ? JSON.parse(text) : text };
			await checkAnswer(origin, method, new URL(address, origin).pathname, answer);
			return { ...answer, headers: response.headers };
		},
		async follow(path) {
			let url = new URL(path, origin);
			for (let hop = 0; hop < 10; hop++) {
				const response = await request(url.href);
				const location = response.headers.get('location');
				if (!location) return { response, url };
				const next = new URL(location, url);
				if (next.origin !== origin) return { away: next, response, url };
				url = next;
			}
			throw new Error(`more than ten redirects, the last to ${url.pathname}`);
		}
	};
}

/** The demo application, which every demo server has. */
export function demoApplication(origin: string): Application {
	return { id: 'demo-app', redirectUri: `${origin}/demo-app/callback` };
}

/** An application sends its user here; `parameters` go into the authorization request. */
export async function startSignIn(
	foyer: Pick<Foyer, 'origin'>,
	options: { application?: Application; parameters?: Record<string, string>; browser?: Browser } = {}
): Promise<SignIn> {
	const browser = options.browser ?? openBrowser(foyer.origin);
	const application = options.application ?? demoApplication(foyer.origin);
	const verifier = randomBytes(32).toString('base64url');
	const query = new URLSearchParams({
		client_id: application.id,
		redirect_uri: application.redirectUri,
		response_type: 'code',
		scope: 'openid profile email phone offline_access',
		prompt: 'consent',
		state: randomBytes(8).toString('hex'),
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256',
		...options.parameters
	});
	const landed = await browser.follow(`/oidc/auth?${query}`);
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

export type SignedIn = { tokens: Tokens; callback: URL; isNewUser: boolean; browser: SignIn };

/** The whole way, with a code; somebody unknown is signed up. */
export async function signInWithCode(
	foyer: Pick<Foyer, 'origin' | 'inbox'>,
	who: { phone: string } | { email: string },
	options: Parameters<typeof startSignIn>[1] = {}
): Promise<SignedIn> {
	const identifier: Identifier =
		'phone' in who ? { type: 'phone', value: who.phone.replace(/\D/g, '') } : { type: 'email', value: who.email };
	const journey = await startSignIn(foyer, options);
	const must = (answer: Answer, ...statuses: number[]) => {
		if (statuses.includes(answer.status)) return answer;
		throw new Error(`expected ${statuses.join(' or ')}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
	};
	must(await journey.api('PUT', '', { interactionEvent: 'SignIn' }), 204);
	const after = (await foyer.inbox.messages()).at(-1)?.at ?? 0;
	const sent = must(await journey.sendCode(identifier), 200);
	const { verificationId } = sent.body as { verificationId: string };
	const to = identifier.type === 'phone' ? `+${identifier.value}` : identifier.value;
	const code = await foyer.inbox.codeFor(to, { after });
	must(await journey.checkCode(identifier, verificationId, code), 200);
	const identified = must(await journey.api('POST', 'identification', { verificationId }), 204, 404);
	const isNewUser = identified.status === 404;
	if (isNewUser) {
		must(await journey.api('PUT', 'interaction-event', { interactionEvent: 'Register' }), 204);
		must(await journey.api('POST', 'identification', { verificationId }), 201);
	}
	const submitted = must(await journey.api('POST', 'submit'), 200);
	const callback = await journey.finish((submitted.body as { redirectTo: string }).redirectTo);
	const exchanged = await journey.exchange(callback);
	if (exchanged.status !== 200) throw new Error(`no tokens: ${JSON.stringify(exchanged.body)}`);
	return { tokens: exchanged.body, callback, isNewUser, browser: journey };
}
