// What a request knows about its caller: address, language, the interaction its cookies prove, the sealed draft.
import type { RequestEvent } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import type { Draft } from '../../contract/draft.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { DraftSeal } from './draft-cookie.ts';
import { draftSeconds } from './draft-cookie.ts';
import { languageCookie, readLanguage } from './language-cookie.ts';
import type { RequestContext } from './request-context.ts';

const draftCookie = 'foyer_draft';

/** What this needs of the composition root, so that guard stays free of every other adapter. */
export type LocalsSources = {
	origin: string;
	clientIp(socketIp: string | undefined, forwardedFor: string | null): string;
	draftSeal: DraftSeal;
	readInteractionId(
		cookie: (name: string) => string | undefined,
		choose: { appId?: string; uid8?: string }
	): string | undefined;
	readUiLocales(cookie: (name: string) => string | undefined, appId?: string): string | undefined;
	resolveLocale(wishes: {
		chosen?: string;
		uiLocales?: string | null;
		cookie?: string;
		acceptLanguage?: string | null;
	}): string;
	/** Of the Authorization header, as sent. */
	authorizeMachine(authorization: string | null): Promise<Result<{ applicationId: string }>>;
	report(requestId: string, error: unknown): void;
};

/** Browsers refuse `__Host-` cookies on http, so loopback keeps the plain names. */
export function cookiePrefix(origin: string): string {
	return origin.startsWith('https://') ? '__Host-' : '';
}

export function describeRequest(event: RequestEvent, sources: LocalsSources): RequestContext {
	const { request, url } = event;
	const cookie = rawCookies(event);
	const language = readLanguage(cookie(cookiePrefix(sources.origin) + languageCookie), url.searchParams.get('uid'));
	const uiLocales = url.searchParams.get('ui_locales') ?? sources.readUiLocales(cookie, applicationOf(event));
	// API clients name a language in the query (contract §3.1, §3.14).
	const asked = url.pathname.startsWith('/api/')
		? (url.searchParams.get('lng') ?? url.searchParams.get('locale'))
		: undefined;
	return {
		seen: {},
		requestId: randomUUID(),
		ip: sources.clientIp(event.getClientAddress(), request.headers.get('x-forwarded-for')),
		userAgent: (request.headers.get('user-agent') ?? '').slice(0, 256),
		locale: sources.resolveLocale({
			...language,
			...(asked && { chosen: asked }),
			uiLocales,
			acceptLanguage: request.headers.get('accept-language')
		})
	};
}

/** `finish` writes the draft's cookie: sealing is asynchronous, `draft.write` is not. */
export async function createLocals(event: RequestEvent, context: RequestContext, sources: LocalsSources) {
	const cookie = rawCookies(event);
	const appId = applicationOf(event);
	const uid8 = event.request.headers.get('foyer-interaction') ?? event.url.searchParams.get('uid') ?? undefined;
	const name = cookiePrefix(sources.origin) + draftCookie;
	const sealed = event.isSubRequest ? undefined : cookie(name);
	let current = sealed ? await sources.draftSeal.open(sealed, appId ?? '') : undefined;
	let isChanged = false;
	const change = (next: Draft | undefined) => {
		current = next;
		isChanged = true;
	};
	const caller = { ...context, interactionId: sources.readInteractionId(cookie, { appId, uid8 }) };
	const authorize = async () => {
		const machine = await sources.authorizeMachine(event.request.headers.get('authorization'));
		return machine.ok ? ok({ ...caller, ...machine.value }) : machine;
	};
	const locals: App.Locals = {
		caller,
		authorize,
		locale: context.locale,
		draft: { read: () => current, write: change, clear: () => change(undefined) },
		report: (error) => sources.report(context.requestId, error)
	};
	const finish = async (headers: Headers) => {
		if (!isChanged) return;
		const value = current ? await sources.draftSeal.seal(current, appId ?? '') : '';
		const attributes = {
			path: '/',
			maxAge: current ? draftSeconds : 0,
			httpOnly: true,
			sameSite: 'lax' as const,
			secure: sources.origin.startsWith('https://')
		};
		headers.append('set-cookie', event.cookies.serialize(name, value, attributes));
	};
	return { locals, finish };
}

function applicationOf({ request, url }: RequestEvent): string | undefined {
	return request.headers.get('logto-app-id') ?? url.searchParams.get('app_id') ?? undefined;
}

/** As sent: the provider's signatures cover the encoded value. */
function rawCookies({ cookies }: RequestEvent): (name: string) => string | undefined {
	return (name) => cookies.get(name, { decode: (value) => value });
}
