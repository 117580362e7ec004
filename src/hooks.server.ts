// What every request passes: context, guards, page placeholders, headers, compression, one access log line.
import type { Handle, HandleServerError, RequestEvent } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { directionOf, findLocale, resolveLocale } from '$lib/experience/i18n/locale.ts';
import { consoleClientId } from '$lib/contract/console.ts';
import { defaultSettings } from '$lib/contract/settings.ts';
import { mostBytesOf } from '$lib/server/guard/body-bounds.ts';
import { boundBody } from '$lib/server/guard/bounded-body.ts';
import { compress } from '$lib/server/guard/compress.ts';
import { letConsoleStyle, letOthersDraw, letStudioFrame, setSecurityHeaders } from '$lib/server/guard/headers.ts';
import {
	languageCookie,
	languageCookieSeconds,
	withoutChoice,
	writeLanguage
} from '$lib/server/guard/language-cookie.ts';
import { createLocals, cookiePrefix, describeRequest, type LocalsSources } from '$lib/server/guard/locals.ts';
import { currentRequestContext, withRequestContext } from '$lib/server/guard/request-context.ts';
import { closedFor } from '$lib/server/guard/maintenance.ts';
import { bareFailure } from '$lib/server/guard/refusal-page.ts';
import { isAllowedOrigin } from '$lib/server/guard/same-origin.ts';
import { problemResponse } from '$lib/server/http/problem-response.ts';
import { readInteractionId } from '$lib/server/oidc/interaction-cookies.ts';
import { readUiLocales } from '$lib/server/oidc/request-cookie.ts';
import { closeServices, services, type AppServices } from '$lib/server/services.ts';
import { authorizeMachine } from '$lib/server/usecases/authorize-machine.ts';
import { admitOwner } from '$lib/server/usecases/my-account/admit-owner.ts';
import { pageHead, previewHead } from './hooks/page-head.ts';
import { refuse, refuseMethod, slowDown } from './hooks/refuse.ts';

process.on('sveltekit:shutdown', () => void closeServices());

/** Outer requests get a context of their own; in-process ones inherit it and skip everything but their locals. */
const context: Handle = async ({ event, resolve }) => {
	const app = await services();
	const sources = await describeSources(app);
	const inherited = event.isSubRequest ? currentRequestContext() : undefined;
	const request = inherited ?? describeRequest(event, sources);
	const { locals, finish } = createLocals(event, request, sources);
	event.locals = locals;
	if (inherited) return resolve(event);

	return withRequestContext(request, async () => {
		const startedAt = performance.now();
		const response = await resolve(event);
		finish(response.headers);
		setSecurityHeaders(response.headers, app.origin);
		if (isConsole(event.route.id)) letConsoleStyle(response.headers);
		if (event.route.id === '/pictures/[file]') letOthersDraw(response.headers);
		if (isStudio(event.route.id)) letStudioFrame(response.headers, event.route.id ?? '');
		response.headers.set('logto-core-request-id', request.requestId);
		app.log.info('request', {
			requestId: request.requestId,
			method: event.request.method,
			// The route, not the URL: queries hold codes and hints.
			route: event.route.id ?? 'unmatched',
			status: response.status,
			ms: Math.round(performance.now() - startedAt)
		});
		return compress(event.request, response);
	});
};

async function describeSources(app: AppServices): Promise<LocalsSources> {
	const { languageInfo } = await app.settings().catch(() => defaultSettings);
	return {
		...app,
		readInteractionId: (cookie, choose) => readInteractionId(app.interactionCookies, cookie, choose),
		readUiLocales: (cookie, appId) => readUiLocales(app.interactionCookies, cookie, appId),
		resolveLocale: ({ acceptLanguage, ...wishes }) =>
			resolveLocale({
				...wishes,
				acceptLanguage: languageInfo.autoDetect ? acceptLanguage : undefined,
				fallback: languageInfo.fallbackLanguage
			}),
		authorizeMachine: (authorization) => authorizeMachine(app, authorization),
		admitOwner: (caller, named, access) => admitOwner(app, caller, named, access),
		// Without them pages say the built-in ones.
		phrases: async (locale) => (await app.store.phrases.find(locale).catch(() => undefined)) ?? {},
		report: (requestId, error) => app.log.error('unexpected error', { requestId, error })
	};
}

const guards: Handle = async ({ event, resolve }) => {
	if (event.isSubRequest) return resolve(event);
	event.request = boundBody(event.request, mostBytesOf(event.route.id));
	const app = await services();
	const { caller } = event.locals;
	const tooMany = app.requestRate(caller.ip, Date.now());
	if (tooMany) return slowDown(event, tooMany);
	if (!isAllowedOrigin(event.request, event.url, app.origin)) return refuse(event, { code: 'guard.cross_origin' });
	if (event.isDataRequest && !isConsole(event.route.id)) return refuse(event, { code: 'entity.not_found' });
	if (isStudio(event.route.id) && !mayLook(app, event)) return refuse(event, { code: 'entity.not_found' });
	const chosen = rememberLanguage(event, app.origin);
	if (!chosen && signsIn(event.route.id) && !isForConsole(event)) {
		const { maintenance } = await app.settings().catch(() => defaultSettings);
		if (maintenance.enabled) return refuse(event, closedFor(maintenance, app.clock.now()));
	}
	const answer = chosen ?? (await resolve(event));
	if (!event.url.pathname.startsWith('/api/')) {
		const failure = bareFailure(answer);
		return failure ? refuse(event, failure, answer) : answer;
	}
	if (answer.status === 405) return refuseMethod(answer, caller.locale);
	// An address that cannot be decoded reaches no route, and was answered by a page.
	return event.route.id === null ? problemResponse({ code: 'guard.invalid_input' }, caller.locale) : answer;
};

function isStudio(route: string | null): boolean {
	return /^\/studio(\/|$)/.test(route ?? '');
}

/** The only pages that hydrate. What the loads of all others know is for drawing: it is not masked yet. */
function isConsole(route: string | null): boolean {
	return /^\/console(\/|$)/.test(route ?? '');
}

/** The demonstration shows everything; elsewhere administrators look, and whoever has a link of `foyer studio`. */
function mayLook({ demo, studioLinks }: AppServices, { locals, url }: RequestEvent): boolean {
	return demo || locals.console.read() !== undefined || studioLinks.isGood(url.searchParams.get('token'));
}

/** Whoever closes the doors must be able to open them again. Which application it is, its interaction proves later. */
function isForConsole({ request, url }: RequestEvent): boolean {
	return (request.headers.get('logto-app-id') ?? url.searchParams.get('app_id')) === consoleClientId;
}

/** Tokens stay what they are, and applications go on: only ways in are closed. */
function signsIn(route: string | null): boolean {
	return /^\/(\(experience\)|api\/(experience|interaction))\//.test(`${route}/`);
}

/** `?lang=` works without script: the choice goes into a cookie and the address is clean again. */
function rememberLanguage({ request, url, route, cookies }: RequestEvent, origin: string): Response | undefined {
	// In the studio a language is part of the picture, and nobody's choice.
	if (request.method !== 'GET' || !url.searchParams.has('lang') || isStudio(route.id)) return undefined;
	const locale = findLocale(url.searchParams.get('lang'));
	// Answered, not thrown: a redirect that is thrown passes the headers and the access log by.
	const headers = new Headers({ location: withoutChoice(url) });
	if (locale) {
		const value = writeLanguage(locale, url.searchParams.get('uid'));
		const attributes = {
			path: '/',
			maxAge: languageCookieSeconds,
			httpOnly: true,
			sameSite: 'lax' as const,
			secure: origin.startsWith('https://')
		};
		headers.append('set-cookie', cookies.serialize(cookiePrefix(origin) + languageCookie, value, attributes));
	}
	return new Response(null, { status: 303, headers });
}

const page: Handle = ({ event, resolve }) =>
	resolve(event, {
		async transformPageChunk({ html }) {
			const { look } = event.locals;
			const locale = look?.locale ?? event.locals.locale;
			const head = look ? await previewHead(look) : await pageHead(event.url.searchParams.get('app_id'));
			return html
				.replace('%foyer.lang%', locale)
				.replace('%foyer.dir%', look?.dir ?? directionOf(locale))
				.replace('%foyer.brand%', () => head.brand)
				.replace('%foyer.icon%', () => head.icon)
				.replace('%foyer.sheet%', () => head.sheet);
		}
	});

/** Whether the process lives must be known also while its database does not answer, so nothing else is asked. */
const liveness: Handle = async ({ event, resolve }) => {
	const { request, url, isSubRequest } = event;
	const isAsked = url.pathname === '/api/status' && !url.searchParams.has('ready');
	if (!isAsked || isSubRequest || !['GET', 'HEAD'].includes(request.method)) return resolve(event);
	const response = new Response(null, { status: 204 });
	setSecurityHeaders(response.headers, url.origin);
	return response;
};

export const handle = sequence(liveness, context, guards, page);

export const handleError: HandleServerError = async ({ error, event, status, message }) => {
	const requestId = event.locals.caller?.requestId;
	// Below 500 it is the caller's mistake: an address that cannot be decoded, a body too large.
	if (status >= 500) {
		const app = await services().catch(() => undefined);
		app?.log.error('unexpected error', { requestId, route: event.route.id ?? 'unmatched', status, error });
	}
	return { message, requestId };
};
